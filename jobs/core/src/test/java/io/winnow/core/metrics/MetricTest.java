package io.winnow.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
  @Test
  void keysAreThoseOfTheManifest() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::key))
        .containsExactly(
            "accuracy",
            "rocAuc",
            "logLoss",
            "f1Macro",
            "precisionMacro",
            "recallMacro",
            "f1Weighted",
            "balancedAccuracy",
            "mse",
            "rmse",
            "mae",
            "r2");
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsKey(Metric metric) {
    assertThat(Metric.ofKey(metric.key())).isEqualTo(metric);
  }

  @Test
  void anUnknownKeyIsToldTheKnownOnes() {
    assertThatThrownBy(() -> Metric.ofKey("auc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown metric 'auc'; use one of accuracy, rocAuc, logLoss, f1Macro, precisionMacro,"
                + " recallMacro, f1Weighted, balancedAccuracy, mse, rmse, mae, r2");
  }

  @Test
  void lossesAndErrorsAreBetterWhenLower() {
    assertThat(Arrays.stream(Metric.values()))
        .filteredOn(metric -> metric.direction() == Direction.LOWER_IS_BETTER)
        .containsExactly(Metric.LOG_LOSS, Metric.MSE, Metric.RMSE, Metric.MAE);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHER_IS_BETTER, 0.8, 0.7, 0, true",
    "HIGHER_IS_BETTER, 0.7, 0.7, 0, false",
    "HIGHER_IS_BETTER, 0.6, 0.7, 0, false",
    "HIGHER_IS_BETTER, 0.75, 0.5, 0.25, false",
    "HIGHER_IS_BETTER, 0.76, 0.5, 0.25, true",
    "HIGHER_IS_BETTER, NaN, 0.5, 0, false",
    "HIGHER_IS_BETTER, 0.1, NaN, 0, true",
    "HIGHER_IS_BETTER, -5, -Infinity, 0, true",
    "LOWER_IS_BETTER, 0.6, 0.7, 0, true",
    "LOWER_IS_BETTER, 0.7, 0.7, 0, false",
    "LOWER_IS_BETTER, 0.8, 0.7, 0, false",
    "LOWER_IS_BETTER, 0.5, 0.75, 0.25, false",
    "LOWER_IS_BETTER, NaN, 0.5, 0, false",
    "LOWER_IS_BETTER, NaN, NaN, 0, false",
    "LOWER_IS_BETTER, 9, NaN, 0, true"
  })
  void improvesInItsDirectionByMoreThanTheLeastDifference(
      Direction direction, double candidate, double best, double minDelta, boolean expected) {
    assertThat(direction.improves(candidate, best, minDelta)).isEqualTo(expected);
  }
}
