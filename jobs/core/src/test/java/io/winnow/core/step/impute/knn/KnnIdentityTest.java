package io.winnow.core.step.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.statistics.JavaSerialization;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However the work is divided, fills are those of comparing every pair, bit for bit. */
class KnnIdentityTest {
  private static final KnnSpace SPACE = KnnTable.mixed();
  private static final Points DONORS = KnnTable.random(SPACE, 700, 0.15, 1);
  private static final Points ROWS = KnnTable.random(SPACE, 200, 0.3, 2);
  private static final KnnParameters PARAMETERS = new KnnParameters(5, NeighbourWeights.DISTANCE);
  private static final double[] EXPECTED = pairByPair();

  private static double[] pairByPair() {
    double[] fills = new double[ROWS.size() * SPACE.size()];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = pairByPair(i / SPACE.size(), i % SPACE.size());
    }
    return fills;
  }

  private static double pairByPair(int row, int column) {
    if (!ROWS.isMissing(row, column) || !SPACE.column(column).isFilled()) {
      return Double.NaN;
    }
    NeighbourLists list = new NeighbourLists(1, PARAMETERS.k());
    for (int d = 0; d < DONORS.size(); d++) {
      if (!DONORS.isMissing(d, column)) {
        list.offer(0, square(row, d), DONORS.keyHigh(d), DONORS.keyLow(d), DONORS.cell(d, column));
      }
    }
    return new Fill(list, PARAMETERS.weights()).of(0, SPACE.column(column));
  }

  private static double square(int row, int donor) {
    double sum = 0;
    int common = 0;
    for (int c : SPACE.compared()) {
      double difference = ROWS.cell(row, c) - DONORS.cell(donor, c);
      if (!Double.isNaN(difference)) {
        common++;
        double scaled = difference * (1 / SPACE.column(c).scale());
        double overlap = difference == 0 ? 0 : 1;
        sum += SPACE.column(c).measure() == Measure.OVERLAP ? overlap : scaled * scaled;
      }
    }
    return sum * SPACE.dimensions() / common;
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "64", "512", "10000"})
  void blocksOfAnySize(int blockSize) {
    assertThat(fills(ROWS, Donors.of(SPACE, DONORS, blockSize), Pruning.ALWAYS))
        .containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @EnumSource
  void prunedOrNot(Pruning pruning) {
    assertThat(fills(ROWS, Donors.of(SPACE, DONORS, 16), pruning)).containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "150"})
  void batchesOfAnySize(int batch) {
    Donors donors = Donors.of(SPACE, DONORS, 64);
    for (int from = 0; from < ROWS.size(); from += batch) {
      int[] part = IntStream.range(from, Math.min(from + batch, ROWS.size())).toArray();
      assertThat(fills(ROWS.at(part), donors, Pruning.WHERE_IT_PAYS))
          .containsExactly(
              Arrays.copyOfRange(
                  EXPECTED, from * SPACE.size(), (from + part.length) * SPACE.size()));
    }
  }

  @Test
  void donorsInParts() {
    KnnSearch streamed = KnnSearch.of(SPACE, PARAMETERS, ROWS);
    KnnSearch first = KnnSearch.of(SPACE, PARAMETERS, ROWS);
    KnnSearch second = KnnSearch.of(SPACE, PARAMETERS, ROWS);
    for (int from = 600; from >= 0; from -= 100) {
      Donors part = Donors.of(SPACE, DONORS.at(IntStream.range(from, from + 100).toArray()), 32);
      streamed.visit(part);
      (from % 200 == 0 ? first : second).visit(part);
      // Between two parts a search may travel.
      streamed = JavaSerialization.copy(streamed);
    }
    first.merge(second);

    assertThat(KnnTable.fills(streamed, SPACE, ROWS)).containsExactly(EXPECTED);
    assertThat(KnnTable.fills(first, SPACE, ROWS)).containsExactly(EXPECTED);
  }

  @Test
  void pruningLeavesBlocksOutWhereThereIsStructure() {
    Points line = new Points(KnnTable.numbers(1, 1));
    KnnSpace space = KnnTable.numbers(1, 1);
    for (int i = 0; i < 1000; i++) {
      line.add(new double[] {i, i % 7 == 0 ? Double.NaN : i}, DONORS.key(i % 700));
    }
    KnnSearch search = KnnSearch.of(space, PARAMETERS, line);

    assertThat(search.visit(Donors.of(space, line, 16), Pruning.ALWAYS)).isGreaterThan(0.8);
    assertThat(search.visit(Donors.of(space, line, 16), Pruning.NEVER)).isZero();
  }

  private static double[] fills(Points rows, Donors donors, Pruning pruning) {
    KnnSearch search = KnnSearch.of(SPACE, PARAMETERS, rows);
    search.visit(donors, pruning);
    return KnnTable.fills(search, SPACE, rows);
  }
}
