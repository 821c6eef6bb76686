package io.winnow.core.step.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.statistics.JavaSerialization;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighbourListsTest {
  private static final int LISTS = 3;
  private static final int K = 4;

  private static void offerSome(NeighbourLists lists, long seed, int count) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      lists.offer(
          random.nextInt(LISTS), random.nextInt(5), random.nextInt(3), random.nextInt(3), i % 7);
    }
  }

  @Test
  void mergingTwoSetsIsTheListsOfAll() {
    for (int seed = 0; seed < 50; seed++) {
      NeighbourLists whole = new NeighbourLists(LISTS, K);
      NeighbourLists left = new NeighbourLists(LISTS, K);
      NeighbourLists right = new NeighbourLists(LISTS, K);
      offerSome(whole, seed, seed);
      offerSome(whole, -seed, 20);
      offerSome(left, seed, seed);
      offerSome(right, -seed, 20);
      left.merge(right);

      assertThat(shown(left)).isEqualTo(shown(whole));
    }
  }

  private static String shown(NeighbourLists lists) {
    StringBuilder shown = new StringBuilder();
    for (int list = 0; list < LISTS; list++) {
      for (int rank = 0; rank < lists.size(list); rank++) {
        shown.append(
            "%s:%d,%d=%s "
                .formatted(
                    lists.square(list, rank),
                    lists.keyHigh(list, rank),
                    lists.keyLow(list, rank),
                    lists.cell(list, rank)));
      }
      shown.append('|');
    }
    return shown.toString();
  }

  @Test
  void keysAreComparedUnsigned() {
    NeighbourLists lists = new NeighbourLists(1, 2);
    lists.offer(0, 1, -1, 0, 10);
    lists.offer(0, 1, 1, -1, 20);
    lists.offer(0, 1, 1, 1, 30);

    assertThat(new double[] {lists.cell(0, 0), lists.cell(0, 1)}).containsExactly(30, 20);
  }

  @Test
  void aSquareThatIsNoNumberOrInfiniteIsNotTaken() {
    NeighbourLists lists = new NeighbourLists(1, 2);
    lists.offer(0, Double.NaN, 0, 0, 1);
    lists.offer(0, Double.POSITIVE_INFINITY, 0, 0, 1);

    assertThat(lists.size(0)).isZero();
    assertThat(JavaSerialization.copy(lists).limit(0)).isEqualTo(Double.MAX_VALUE);
  }
}
