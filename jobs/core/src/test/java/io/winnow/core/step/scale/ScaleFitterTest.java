package io.winnow.core.step.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.scale.ScaleConfig.ColumnScale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleFitterTest {
  private static final double NONE = Double.NaN;

  private final List<Warning> warnings = new ArrayList<>();

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/scale/scales.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyScaledValueIsThatOfScikitLearn(JsonNode golden) {
    ScaleStrategy strategy = Json.MAPPER.convertValue(golden.get("strategy"), ScaleStrategy.class);
    double[] values = cells(golden.get("values"));
    double[] expected = cells(golden.get("scaled"));

    FittedScale scale = fit(strategy, new StepTable().number("x", values).train());

    for (int i = 0; i < values.length; i++) {
      assertThat(scale.scaled(values[i])).as("row %d", i).isCloseTo(expected[i], within(1e-12));
    }
  }

  private static double[] cells(JsonNode array) {
    return GoldenCases.stream(array)
        .mapToDouble(cell -> cell.isNull() ? NONE : cell.doubleValue())
        .toArray();
  }

  @Test
  void partitionsAndTheOrderOfColumnsChangeNothing() {
    StepTable table = new StepTable();
    Random random = new Random(6);
    Map<String, ColumnScale> columns = new TreeMap<>();
    for (ScaleStrategy strategy : ScaleStrategy.values()) {
      columns.put(strategy.name(), new ColumnScale(strategy));
      table.number(
          strategy.name(),
          random.doubles(150, -1e6, 1e6).map(x -> x > 9e5 ? NONE : x * 1e-3).toArray());
    }
    ScaleConfig config = new ScaleConfig(ScaleStrategy.NONE, 1, columns);
    Map<String, FittedScale> whole = fit(config, table.train());

    assertThat(whole).containsOnlyKeys(columns.keySet());
    assertThat(table.everyWay().map(train -> fit(config, train))).allMatch(whole::equals);
    assertThat(fit(config, table.reversed().train())).isEqualTo(whole);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = ScaleStrategy.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whatHasNoSpreadIsDividedByOneWithAWarning(ScaleStrategy strategy) {
    for (double[] cells : List.of(new double[] {3, 3, NONE}, new double[] {3})) {
      warnings.clear();
      FittedScale scale = fit(strategy, new StepTable().number("x", cells).train());

      assertThat(scale.scaled(3)).isZero();
      assertThat(scale.scaled(5)).isFinite().isPositive();
      assertThat(warnings)
          .extracting(Warning::message)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("column 'x': ");
    }
  }

  /** As when train has no row, or a sentinel in every row. */
  @ParameterizedTest
  @EnumSource(ScaleStrategy.class)
  void whatHasNoValueIsLeftAsItIs(ScaleStrategy strategy) {
    for (double[] cells : List.of(new double[0], new double[] {NONE, NONE})) {
      FittedScale scale = fit(strategy, new StepTable().number("x", cells).train());

      double expected = strategy == ScaleStrategy.LOG ? -StrictMath.log1p(1) : -1;
      assertThat(scale.scaled(-1)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(value = ScaleStrategy.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void infinitiesAreRefusedByName(ScaleStrategy strategy) {
    TrainRows train = new StepTable().number("x", 1, Double.NEGATIVE_INFINITY).train();

    assertThatThrownBy(() -> fit(strategy, train))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "column 'x': -Infinity is not a finite number; declare it as missing or reject the row");
  }

  @Test
  void everyScaleIsReadBackFromItsJson() throws IOException {
    List<FittedScale> scales =
        List.of(
            new FittedScale.Standard(1.5, 2),
            new FittedScale.MinMax(-1, 1),
            new FittedScale.Robust(2, 1, 3),
            new FittedScale.Log(0.5, 0.25),
            new FittedScale.None());
    for (FittedScale scale : scales) {
      byte[] json = Json.MAPPER.writerFor(FittedScale.class).writeValueAsBytes(scale);
      assertThat(Json.MAPPER.readValue(json, FittedScale.class)).isEqualTo(scale);
    }
    assertThat(
            Json.MAPPER.readValue(
                "{\"strategy\":\"none\",\"mean\":0.0,\"standardDeviation\":1.0}",
                FittedScale.class))
        .isEqualTo(new FittedScale.None());
  }

  private FittedScale fit(ScaleStrategy strategy, TrainRows train) {
    return fit(new ScaleConfig(strategy, 0, Map.of()), train).get("x");
  }

  private Map<String, FittedScale> fit(ScaleConfig config, TrainRows train) {
    List<String> names = new ArrayList<>(train.layout().numbers());
    Collections.sort(names);
    return ScaleFitter.fit(config, train, names, warnings);
  }
}
