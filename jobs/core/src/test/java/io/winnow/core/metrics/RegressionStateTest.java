package io.winnow.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.statistics.Partitions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegressionStateTest {
  /** scikit-learn adds up in floating point what is exact here. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

  private record Row(double actual, double predicted) {}

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/metrics/regression.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void figuresEqualScikitLearns(JsonNode golden) {
    RegressionState state = new RegressionState();
    rows(golden).forEach(row -> state.add(row.actual, row.predicted));
    RegressionMetrics metrics = state.metrics();

    assertThat(metrics.rows()).isEqualTo(golden.get("actual").size());
    for (Metric metric : Metric.values()) {
      JsonNode expected = golden.path(metric.key());
      if (expected.isNumber()) {
        assertThat(metrics.value(metric).orElseThrow())
            .as(metric.key())
            .isCloseTo(expected.doubleValue(), ROUNDING);
      } else {
        assertThat(metrics.value(metric)).as(metric.key()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBitsDoNotDependOnOrderOrPartitions(JsonNode golden) {
    assertThat(
            Partitions.states(
                    rows(golden),
                    RegressionState::new,
                    (state, row) -> state.add(row.actual, row.predicted),
                    RegressionState::merge)
                .map(RegressionState::metrics)
                .distinct())
        .hasSize(1);
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    RegressionState state = new RegressionState();

    assertThatThrownBy(() -> state.add(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot measure a prediction of NaN for the actual value 1.0");
    assertThatThrownBy(() -> state.add(Double.POSITIVE_INFINITY, 1))
        .hasMessage("cannot measure a prediction of 1.0 for the actual value Infinity");
    assertThatThrownBy(state::metrics)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there are no rows to measure the regression on");
  }

  private static List<Row> rows(JsonNode golden) {
    double[] actual = GoldenCases.doubles(golden.get("actual"));
    double[] predicted = GoldenCases.doubles(golden.get("predicted"));
    return IntStream.range(0, actual.length)
        .mapToObj(i -> new Row(actual[i], predicted[i]))
        .toList();
  }
}
