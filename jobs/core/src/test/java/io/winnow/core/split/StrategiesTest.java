package io.winnow.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.SplitRows.Classes;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.statistics.JavaSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Strategies against other libraries and a second implementation; make_strategies.py wrote it. */
class StrategiesTest {
  private static final JsonNode GOLDEN = GoldenCases.tree("/split/strategies.json");
  private static final int CLASSES = 4;

  private static Stream<Named<JsonNode>> cases(String section) {
    return GoldenCases.stream(GOLDEN.get(section))
        .map(each -> Named.of(each.path("name").asText(each.path("sizes").toString()), each));
  }

  static Stream<JsonNode> hashes() {
    return GoldenCases.stream(GOLDEN.get("hash").get("cases"));
  }

  static Stream<Named<JsonNode>> folds() {
    return cases("folds");
  }

  static Stream<Named<JsonNode>> bins() {
    return cases("bins");
  }

  static Stream<Named<JsonNode>> groups() {
    return cases("groups");
  }

  @ParameterizedTest
  @MethodSource("hashes")
  void aHashIsComparedWithTheRatios(JsonNode golden) {
    List<TypedRow> rows = new ArrayList<>();
    for (JsonNode key : GOLDEN.get("hash").get("keys")) {
      TypedRow row = SplitRows.row(0, 0);
      row.key = new Hash128(key.get(0).longValue(), key.get(1).longValue());
      rows.add(row);
    }
    SplitConfig config =
        SplitRows.config(
            SplitStrategy.HASH, golden.get("ratios").asText(), golden.get("seed").asLong());

    assertThat(SplitRows.letters(fit(config, rows), rows)).isEqualTo(golden.get("splits").asText());
    // Of rows that others never see, each goes where it went.
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(fit(config, List.of(row)).of(row)).isEqualTo(fit(config, rows).of(row)));
  }

  @ParameterizedTest
  @MethodSource("folds")
  void foldsHaveTheSizesOfScikitLearn(JsonNode golden) {
    int k = golden.get("folds").asInt();
    long[] sizes = GoldenCases.stream(golden.get("sizes")).mapToLong(JsonNode::asLong).toArray();
    List<TypedRow> rows = SplitRows.classes(sizes);
    StringBuilder tested = new StringBuilder("-".repeat(rows.size()));
    for (int fold = 0; fold < k; fold++) {
      String letters = SplitRows.letters(fit(SplitRows.folds(k, fold, "0.9/0/0.1"), rows), rows);
      long[] test = new long[sizes.length];
      for (int i = 0; i < rows.size(); i++) {
        if (letters.charAt(i) == 's') {
          test[(int) rows.get(i).numbers[0]]++;
          assertThat(tested.charAt(i)).as("row %d is tested once", i).isEqualTo('-');
          tested.setCharAt(i, 's');
        }
      }
      assertThat(LongStream.of(test).boxed())
          .containsExactlyElementsOf(
              GoldenCases.stream(golden.get("rows").get(fold)).map(JsonNode::asLong).toList());
    }
    assertThat(tested.toString()).doesNotContain("-");
  }

  @Test
  void theFoldAfterTheOneOfTestIsValidation() {
    List<TypedRow> rows = SplitRows.classes(40, 25);
    for (int fold = 0; fold < 5; fold++) {
      String now = SplitRows.letters(fit(SplitRows.folds(5, fold, "0.8/0.1/0.1"), rows), rows);
      String next =
          SplitRows.letters(fit(SplitRows.folds(5, (fold + 1) % 5, "0.8/0/0.2"), rows), rows);

      assertThat(now.replaceAll("[^v]", ".").replace('v', 's'))
          .isEqualTo(next.replaceAll("[^s]", "."));
    }
  }

  @ParameterizedTest
  @MethodSource("bins")
  void binsLieBetweenTheQuantilesOfNumpy(JsonNode golden) {
    double[] values = GoldenCases.doubles(golden.get("values"));
    List<TypedRow> rows =
        IntStream.range(0, values.length).mapToObj(i -> SplitRows.row(values[i], i)).toList();

    QuantileStrata strata =
        QuantileStrata.of(
            PartedRows.dealt(SplitRows.LAYOUT, rows, 3), 0, golden.get("bins").asInt());

    assertThat(rows.stream().map(strata::of))
        .containsExactlyElementsOf(
            GoldenCases.stream(golden.get("codes")).map(JsonNode::asInt).toList())
        .allMatch(bin -> bin < strata.count());
    assertThat(strata.of(SplitRows.row(Double.NaN, 0))).isEqualTo(-1);
  }

  @Test
  void aNumericTargetIsStratifiedByItsBins() {
    Random random = new Random(4);
    List<TypedRow> rows =
        IntStream.range(0, 1000).mapToObj(i -> SplitRows.row(random.nextGaussian(), i)).toList();
    PartedRows parted = PartedRows.dealt(SplitRows.LAYOUT, rows, 3);
    SplitAssignment splits =
        SplitFitter.fitRegression(
            SplitRows.config(SplitStrategy.STRATIFIED, "0.8/0.1/0.1", 1), parted, 0);

    List<TypedRow> test =
        rows.stream().filter(row -> splits.of(row).orElseThrow() == Split.TEST).toList();
    QuantileStrata bins = QuantileStrata.of(parted, 0, 10);
    assertThat(test).hasSize(100);
    assertThat(IntStream.range(0, 10))
        .allSatisfy(
            bin -> assertThat(test.stream().filter(row -> bins.of(row) == bin)).hasSize(10));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void groupsGoWhereTheSumOfSquaresIsLeast(JsonNode golden) {
    List<List<TypedRow>> groups = groups(golden);
    List<TypedRow> rows = groups.stream().flatMap(List::stream).toList();
    SplitConfig config =
        SplitRows.config(
            SplitStrategy.GROUP, golden.get("ratios").asText(), golden.get("seed").asLong());

    SplitAssignment splits =
        SplitFitter.fit(
            config,
            PartedRows.dealt(SplitRows.LAYOUT, rows, 3),
            new Classes(golden.get("rows").get(0).size()));

    assertThat(groups).allSatisfy(group -> assertThat(distinct(splits, group)).hasSize(1));
    assertThat(SplitRows.letters(splits, groups.stream().map(group -> group.get(0)).toList()))
        .isEqualTo(golden.get("splits").asText());
  }

  private static List<Split> distinct(SplitAssignment splits, List<TypedRow> rows) {
    return rows.stream().map(row -> splits.of(row).orElseThrow()).distinct().toList();
  }

  private static List<List<TypedRow>> groups(JsonNode golden) {
    List<List<TypedRow>> groups = new ArrayList<>();
    for (JsonNode sizes : golden.get("rows")) {
      long[] rows = GoldenCases.stream(sizes).mapToLong(JsonNode::asLong).toArray();
      groups.add(SplitRows.group(groups.size(), rows));
    }
    return groups;
  }

  /** The furthest that a class in a fold is from its share, on average over some tables. */
  @Test
  void foldsOfGroupsAreAtLeastAsBalancedAsThoseOfScikitLearn() {
    List<JsonNode> tables = GoldenCases.stream(GOLDEN.get("balance")).toList();

    assertThat(tables.stream().mapToDouble(StrategiesTest::imbalance).average().orElseThrow())
        .isLessThanOrEqualTo(
            tables.stream()
                .mapToDouble(table -> table.get("imbalance").asDouble())
                .average()
                .orElseThrow());
  }

  private static double imbalance(JsonNode table) {
    List<TypedRow> rows = groups(table).stream().flatMap(List::stream).toList();
    double furthest = 0;
    for (int fold = 0; fold < 5; fold++) {
      SplitAssignment splits =
          SplitFitter.fit(
              SplitRows.folds(5, fold, "0.9/0/0.1"),
              PartedRows.whole(SplitRows.LAYOUT, rows),
              new Classes(2));
      for (int y = 0; y < 2; y++) {
        double of = y;
        List<TypedRow> all = rows.stream().filter(row -> row.numbers[0] == of).toList();
        long test = all.stream().filter(row -> splits.of(row).orElseThrow() == Split.TEST).count();
        double share = all.size() / 5.0;
        furthest = Math.max(furthest, Math.abs(test - share) / share);
      }
    }
    return furthest;
  }

  @ParameterizedTest
  @EnumSource(
      value = SplitStrategy.class,
      names = {"STRATIFIED", "RANDOM"})
  void rowsInNoGroupMakeUpForTheGroups(SplitStrategy strategy) {
    List<TypedRow> rows = new ArrayList<>(SplitRows.classes(100, 37, 5, 12));
    for (int group = 0; group < 20; group++) {
      rows.addAll(SplitRows.group(group, 3, group % 3));
    }
    SplitConfig config = SplitRows.config(strategy, "0.8/0.1/0.1", 1);
    SplitAssignment splits = fit(config, rows);

    Map<Split, Long> quotas = splits.quotas(rows.size());
    assertThat(quotas.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rows.size());
    for (Split split : Split.values()) {
      assertThat(rows.stream().filter(row -> splits.of(row).orElseThrow() == split))
          .hasSize(quotas.get(split).intValue());
    }
  }

  @ParameterizedTest
  @EnumSource(value = SplitStrategy.class, mode = EnumSource.Mode.EXCLUDE, names = "COLUMN")
  void dependsOnTheSetOfRowsAlone(SplitStrategy strategy) {
    Random random = new Random(9);
    List<TypedRow> rows = new ArrayList<>(SplitRows.classes(50, 20, 3, 1));
    for (int group = 0; group < 15; group++) {
      rows.addAll(SplitRows.group(group, 1 + random.nextInt(9), random.nextInt(3)));
    }
    rows.forEach(row -> row.numbers[1] = random.nextInt(40));
    SplitConfig config = config(strategy);
    String expected = SplitRows.letters(fit(config, rows), rows);

    assertThat(expected).contains("r", "v", "s");
    PartedRows.everyWay(SplitRows.LAYOUT, rows)
        .forEach(
            parted ->
                assertThat(
                        SplitRows.letters(
                            SplitFitter.fit(config, parted, new Classes(CLASSES)), rows))
                    .isEqualTo(expected));
  }

  @ParameterizedTest
  @EnumSource(value = SplitStrategy.class, mode = EnumSource.Mode.EXCLUDE, names = "COLUMN")
  void aFewRowsAreSplitToo(SplitStrategy strategy) {
    List<TypedRow> rows = new ArrayList<>();
    for (int size = 1; size <= 3; size++) {
      TypedRow row = SplitRows.row(0, size);
      row.numbers[1] = size;
      rows.add(row);
      SplitAssignment splits = fit(config(strategy), rows);
      String letters = SplitRows.letters(splits, rows);

      assertThat(letters).hasSize(size).doesNotContain("-");
      if (strategy != SplitStrategy.HASH && size == 3) {
        assertThat(letters.chars().distinct()).hasSize(3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SplitStrategy.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COLUMN", "TIME"})
  void noRowsAreSplitWithoutComplaint(SplitStrategy strategy) {
    Map<Split, Long> quotas = fit(config(strategy), List.of()).quotas(0);

    assertThat(quotas.values()).containsOnly(0L);
  }

  private static SplitConfig config(SplitStrategy strategy) {
    return switch (strategy) {
      case KFOLD -> SplitRows.folds(3, 1, "0.8/0.1/0.1");
      case TIME -> SplitRows.time("hour", "0.6/0.2/0.2");
      case STRATIFIED, RANDOM, COLUMN, HASH, GROUP -> SplitRows.config(strategy, "0.6/0.2/0.2", 1);
    };
  }

  /** As it arrives at a task. */
  private static SplitAssignment fit(SplitConfig config, List<TypedRow> rows) {
    return JavaSerialization.copy(
        SplitFitter.fit(config, PartedRows.whole(SplitRows.LAYOUT, rows), new Classes(CLASSES)));
  }
}
