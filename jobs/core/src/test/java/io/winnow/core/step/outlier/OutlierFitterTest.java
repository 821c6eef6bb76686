package io.winnow.core.step.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutlierFitterTest {
  private static final double NONE = Double.NaN;

  private final List<Warning> warnings = new ArrayList<>();

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/outlier/fences.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fencesAreThoseOfNumPyAndMissingCellsHaveNoPartInThem(JsonNode golden) {
    double[] observed = GoldenCases.doubles(golden.get("values"));
    double[] cells =
        Stream.of(observed, new double[] {NONE, NONE}).flatMapToDouble(Arrays::stream).toArray();
    OutlierRule rule = Json.MAPPER.convertValue(golden.get("rule"), OutlierRule.class);
    ColumnOutliers column =
        new ColumnOutliers(rule, golden.get("k").doubleValue(), OutlierAction.REPLACE);
    StepTable table = new StepTable().number("x", cells);

    FittedOutlier fence = fit(table.train(), Map.of("x", column)).get("x");

    assertThat(fence.rule()).isEqualTo(rule);
    JsonNode fitted = Json.MAPPER.valueToTree(fence);
    golden
        .get("fences")
        .properties()
        .forEach(
            expected ->
                assertThat(fitted.get(expected.getKey()).doubleValue())
                    .as(expected.getKey())
                    .isCloseTo(expected.getValue().doubleValue(), within(1e-12 * scale(observed))));
    assertThat(fence.replacement()).isEqualTo(golden.get("median").doubleValue());
    CellEffects effects = new CellEffects();
    table.after(new OutlierStep(table.layout(), Map.of("x", fence), Deletion.ON), "x", effects);
    assertThat(effects.cells(Effect.REPLACED).getOrDefault("x", 0L))
        .isEqualTo(golden.get("outliers").longValue());
  }

  private static double scale(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  /** All rules and actions side by side, whatever the partitions and the order of columns. */
  @Test
  void partitionsAndTheOrderOfColumnsChangeNothing() {
    StepTable table = new StepTable();
    Random random = new Random(5);
    TreeMap<String, ColumnOutliers> columns = new TreeMap<>();
    for (OutlierRule rule : OutlierRule.values()) {
      for (OutlierAction action : OutlierAction.values()) {
        String name = rule + " " + action;
        columns.put(name, new ColumnOutliers(rule, 2, action));
        table.number(
            name, random.doubles(200).map(x -> x < 0.1 ? NONE : Math.exp(5 * x) - 1e-3).toArray());
      }
    }
    Map<String, FittedOutlier> whole = fit(table.train(), columns);

    assertThat(whole).hasSameSizeAs(columns);
    assertThat(table.everyWay().map(train -> fit(train, columns))).allMatch(whole::equals);
    assertThat(fit(table.reversed().train(), columns)).isEqualTo(whole);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "IQR¦IQR_ZERO¦both quartiles are 5.0",
        "Z_SCORE¦DEVIATION_ZERO¦every observed value of train is 5.0",
        "MODIFIED_Z_SCORE¦MAD_ZERO¦half of the train values or more are 5.0",
      })
  void aColumnWithoutSpreadHasNoFencesUnlessTheyAreAskedFor(
      OutlierRule rule, String code, String why) {
    Map<String, ColumnOutliers> columns =
        Map.of("x", new ColumnOutliers(rule, 3, OutlierAction.CLIP));
    StepTable table = new StepTable().number("x", 5, 5, NONE, 5);

    assertThat(fit(table.train(), columns)).isEmpty();
    assertThat(warnings)
        .containsExactly(
            new Warning(
                code,
                "column 'x': "
                    + why
                    + ", so it has no fences; set outlier.zeroIqr=apply to treat every other value as an outlier"));
    FittedOutlier applied =
        OutlierFitter.fit(config(columns, ZeroIqr.APPLY), table.train(), warnings).get("x");
    assertThat(applied.lower()).isEqualTo(5);
    assertThat(applied.upper()).isEqualTo(5);
    assertThat(warnings).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(OutlierRule.class)
  void columnsOfNoObservedValueAndTablesOfNoRowHaveNoFences(OutlierRule rule) {
    Map<String, ColumnOutliers> columns =
        Map.of("x", new ColumnOutliers(rule, 3, OutlierAction.REPLACE));

    assertThat(fit(new StepTable().number("x", NONE, NONE).train(), columns)).isEmpty();
    assertThat(fit(new StepTable().number("x").train(), columns)).isEmpty();
    assertThat(warnings).isEmpty();
    assertThat(fit(new StepTable().number("x", 4).train(), columns)).isEmpty();
    assertThat(warnings).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(OutlierRule.class)
  void infinitiesAreRefusedByName(OutlierRule rule) {
    Map<String, ColumnOutliers> columns =
        Map.of("x", new ColumnOutliers(rule, 3, OutlierAction.CLIP));
    TrainRows train =
        new StepTable()
            .number("x", 1, Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY)
            .train();

    assertThatThrownBy(() -> fit(train, columns))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith("column 'x': ")
        .hasMessageContaining("finite");
  }

  private Map<String, FittedOutlier> fit(TrainRows train, Map<String, ColumnOutliers> columns) {
    return OutlierFitter.fit(config(columns, ZeroIqr.SKIP), train, warnings);
  }

  private static OutlierConfig config(Map<String, ColumnOutliers> columns, ZeroIqr zero) {
    return new OutlierConfig(columns, DeleteFrom.TRAIN, zero, 1);
  }
}
