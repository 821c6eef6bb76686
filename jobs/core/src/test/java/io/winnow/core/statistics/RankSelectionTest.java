package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.statistics.RankSelection.Pass;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankSelectionTest {
  private static final RankRule QUARTILES =
      (group, count) -> Quantiles.ranks(count, 0, 0.25, 0.5, 0.75, 0.99, 1);

  /** Name, keys, and the most passes they should take. */
  static Stream<Arguments> keys() {
    Random random = new Random(20260101);
    return Stream.of(
        Arguments.of("hashes", random.longs(50_000).toArray(), 2),
        Arguments.of("normal numbers", numbers(50_000, random::nextGaussian), 2),
        Arguments.of("uniform numbers", numbers(50_000, random::nextDouble), 2),
        Arguments.of("numbers of any exponent", anyNumbers(random), 2),
        Arguments.of("ages", numbers(50_000, () -> 17 + random.nextInt(74)), 2),
        Arguments.of("one constant", numbers(5000, () -> 3.5), 1),
        Arguments.of("mostly zero", mostlyZero(random), 2),
        Arguments.of("two keys", new long[] {-1, 0}, 1),
        Arguments.of("both ends and the middle", ends(), 2),
        Arguments.of("one key", new long[] {42}, 1),
        Arguments.of("no keys", new long[0], 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void selectsWhatSortingSelects(String name, long[] keys, int passes) {
    RankSelection selection = new RankSelection(1, QUARTILES);

    assertThat(run(selection, List.of(keys), 3)).isLessThanOrEqualTo(passes);

    assertThat(selection.count(0)).isEqualTo(keys.length);
    assertThat(selection.keys(0)).containsExactly(sorted(keys, QUARTILES.ranks(0, keys.length)));
  }

  @Test
  void numbersAreNotedLikeTheirKeys() {
    double[] numbers = new Random(7).doubles(5000, -1, 1).toArray();
    Arrays.fill(numbers, 10, 20, Double.NaN);
    Arrays.fill(numbers, 20, 900, 0.25);
    double[] observed = DoubleStream.of(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    RankRule few = (group, count) -> new long[] {0, count / 2, count - 1};
    RankRule many = (group, count) -> LongStream.range(0, 40).map(i -> i * count / 40).toArray();
    for (RankRule rule : List.of(few, many)) {
      RankSelection selection = new RankSelection(1, rule);
      while (!selection.done()) {
        Pass pass = selection.nextPass();
        pass.add(0, numbers, numbers.length);
        selection.accept(pass);
      }

      assertThat(LongStream.of(selection.keys(0)).mapToDouble(OrderedKey::toDouble))
          .containsExactlyElementsOf(
              LongStream.of(rule.ranks(0, observed.length))
                  .mapToObj(rank -> observed[(int) rank])
                  .toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void selectsEveryRank(String name, long[] keys, int passes) {
    long[] some = Arrays.copyOf(keys, Math.min(keys.length, 300));
    RankRule all = (group, count) -> LongStream.range(0, count).toArray();
    RankSelection selection = new RankSelection(1, all);

    run(selection, List.of(some), 2);

    assertThat(selection.keys(0)).containsExactly(sorted(some, all.ranks(0, some.length)));
  }

  @Test
  void doesNotDependOnPartitions() {
    List<long[]> groups = keys().map(arguments -> (long[]) arguments.get()[1]).toList();

    for (int partitions : new int[] {1, 2, 13}) {
      RankSelection selection = new RankSelection(groups.size(), QUARTILES);
      run(selection, groups, partitions);

      for (int group = 0; group < groups.size(); group++) {
        long[] keys = groups.get(group);
        assertThat(selection.count(group)).isEqualTo(keys.length);
        assertThat(selection.keys(group))
            .containsExactly(sorted(keys, QUARTILES.ranks(group, keys.length)));
      }
    }
  }

  @Test
  void sixPassesAreEnoughForKeysThatHideAtEveryLevel() {
    // More groups than can have more than 2^11 bins each, and more keys than are collected: every
    // pass but the last puts all keys save one into a single bin.
    long[] hidden = hidden(7000);
    List<long[]> groups = IntStream.range(0, 600).mapToObj(group -> hidden).toList();
    RankRule middle = (group, count) -> new long[] {count / 2 - group, count / 2};
    RankSelection selection = new RankSelection(groups.size(), middle);

    assertThat(run(selection, groups, 1)).isEqualTo(6);

    for (int group = 0; group < groups.size(); group++) {
      assertThat(selection.keys(group)).containsExactly(9L * (3502 - group), 9L * 3502);
    }
  }

  @Test
  void fewKeysAreCollectedHoweverTheyHide() {
    long[] hidden = hidden(5000);
    RankSelection selection = new RankSelection(1, QUARTILES);

    assertThat(run(selection, List.of(hidden), 1)).isEqualTo(2);
    assertThat(selection.keys(0)).containsExactly(sorted(hidden, QUARTILES.ranks(0, 5005)));
  }

  @Test
  void theSmallestAndTheLargestKeyTakeOnePass() {
    RankSelection selection = new RankSelection(1, (group, count) -> new long[] {0, 0, count - 1});
    long[] inOneBin = LongStream.range(100, 5100).toArray();

    assertThat(run(selection, List.of(inOneBin), 1)).isEqualTo(1);
    assertThat(selection.keys(0)).containsExactly(100, 100, 5099);
  }

  @Test
  void tiesOfTooManyKeysToCollectEndAtOnce() {
    long[] keys = threeKinds(new Random(2));
    RankSelection selection = new RankSelection(1, QUARTILES);

    assertThat(run(selection, List.of(keys), 1)).isEqualTo(1);
    assertThat(selection.keys(0)).containsExactly(sorted(keys, QUARTILES.ranks(0, keys.length)));
  }

  @Test
  void aRuleMaySelectNothingOrTheSameRankTwice() {
    RankRule rule = (group, count) -> group == 0 ? new long[0] : new long[] {1, 1, 2};
    RankSelection selection = new RankSelection(2, rule);
    long[] keys = numbers(9, new Random(6)::nextGaussian);

    run(selection, List.of(keys, keys), 2);

    assertThat(selection.keys(0)).isEmpty();
    assertThat(selection.keys(1)).containsExactly(sorted(keys, new long[] {1, 1, 2}));
  }

  @Test
  void sendsOnlyTheBinsInUse() {
    Pass pass = new RankSelection(10, QUARTILES).nextPass();
    int empty = JavaSerialization.bytes(pass).length;
    for (int group = 0; group < 10; group++) {
      for (int i = 0; i < 1000; i++) {
        pass.add(group, OrderedKey.of(1000 + i));
      }
    }

    assertThat(empty).isLessThan(2000);
    assertThat(JavaSerialization.bytes(pass).length).isLessThan(empty + 10 * 33 * 28);
  }

  @Test
  void noticesDataThatChangeBetweenPasses() {
    RankSelection selection = new RankSelection(1, QUARTILES);
    long[] keys = numbers(1000, new Random(8)::nextDouble);
    selection.accept(filled(selection, List.of(keys)));

    Pass changed = filled(selection, List.of(Arrays.copyOf(keys, 900)));

    assertThatThrownBy(() -> selection.accept(changed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the data changed between two passes: group 0 had ");
  }

  @Test
  void refusesPassesOfAnotherRound() {
    RankSelection selection = new RankSelection(1, QUARTILES);
    List<long[]> groups = List.of(numbers(1000, new Random(8)::nextDouble));
    Pass first = filled(selection, groups);
    selection.accept(first);

    assertThatThrownBy(() -> selection.accept(first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pass 1 was given where pass 2 is expected");
    assertThatThrownBy(() -> selection.nextPass().merge(first))
        .hasMessage("pass 2 over 1 groups cannot be merged with pass 1 over 1 groups");
  }

  @Test
  void refusesRanksThatDoNotExist() {
    RankSelection beyond = new RankSelection(1, (group, count) -> new long[] {count});
    RankSelection descending = new RankSelection(1, (group, count) -> new long[] {1, 0});

    assertThatThrownBy(() -> run(beyond, List.of(new long[] {1, 2}), 1))
        .hasMessage("rank 2 of group 0 is out of order or not below its count of 2");
    assertThatThrownBy(() -> run(descending, List.of(new long[] {1, 2}), 1))
        .hasMessage("rank 0 of group 0 is out of order or not below its count of 2");
  }

  @Test
  void answersOnlyWhatItKnows() {
    RankSelection selection = new RankSelection(1, QUARTILES);

    assertThatThrownBy(() -> selection.count(0))
        .hasMessage("the groups are not counted before the first pass");
    assertThatThrownBy(() -> selection.keys(0)).hasMessage("ranks are still open after 0 passes");
    run(selection, List.of(new long[] {7}), 1);
    assertThatThrownBy(selection::nextPass).hasMessage("all ranks were selected in 1 passes");
    assertThatThrownBy(() -> new RankSelection(0, QUARTILES))
        .hasMessage("a selection needs at least 1 group, not 0");
  }

  /** Runs all passes over keys dealt to partitions, and returns their number. */
  private static int run(RankSelection selection, List<long[]> groups, int partitions) {
    int passes = 0;
    while (!selection.done()) {
      Pass merged = selection.nextPass();
      for (int partition = 0; partition < partitions; partition++) {
        Pass part = JavaSerialization.copy(selection.nextPass());
        for (int group = 0; group < groups.size(); group++) {
          long[] keys = groups.get(group);
          for (int i = partition; i < keys.length; i += partitions) {
            part.add(group, keys[i]);
          }
        }
        merged.merge(JavaSerialization.copy(part));
      }
      selection.accept(merged);
      passes++;
    }
    return passes;
  }

  private static Pass filled(RankSelection selection, List<long[]> groups) {
    Pass pass = selection.nextPass();
    for (int group = 0; group < groups.size(); group++) {
      for (long key : groups.get(group)) {
        pass.add(group, key);
      }
    }
    return pass;
  }

  private static long[] sorted(long[] keys, long[] ranks) {
    long[] sorted = Arrays.stream(keys).map(key -> key ^ Long.MIN_VALUE).sorted().toArray();
    return Arrays.stream(ranks).map(rank -> sorted[(int) rank] ^ Long.MIN_VALUE).toArray();
  }

  private static long[] numbers(int size, DoubleSupplier supplier) {
    return DoubleStream.generate(supplier).limit(size).mapToLong(OrderedKey::of).toArray();
  }

  private static long[] anyNumbers(Random random) {
    return random
        .longs()
        .mapToDouble(Double::longBitsToDouble)
        .filter(Double::isFinite)
        .limit(50_000)
        .mapToLong(OrderedKey::of)
        .toArray();
  }

  private static long[] mostlyZero(Random random) {
    return numbers(50_000, () -> random.nextInt(10) == 0 ? random.nextGaussian() : 0);
  }

  private static long[] threeKinds(Random random) {
    return numbers(1_200_000, () -> random.nextInt(3));
  }

  private static long[] ends() {
    return new long[] {0, 0, -1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1, 1, -2};
  }

  /** Keys close together, and one key as the outlier of each level of 2^11 bins. */
  private static long[] hidden(int size) {
    return LongStream.concat(
            LongStream.range(0, size).map(i -> 9 * i),
            IntStream.of(63, 52, 41, 30, 19).mapToLong(bit -> 1L << bit))
        .toArray();
  }
}
