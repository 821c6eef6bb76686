package io.winnow.core.metrics;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a regression, with scikit-learn's definitions.
 *
 * @param rows rows measured
 * @param mse mean squared error
 * @param rmse root of the mean squared error
 * @param mae mean absolute error
 * @param r2 1 − mse / variance of the target; for a constant target 1 if every prediction is exact
 *     and 0 otherwise; null for a single row
 */
public record RegressionMetrics(long rows, double mse, double rmse, double mae, @Nullable Double r2)
    implements Metrics {

  @Override
  public OptionalDouble value(Metric metric) {
    return switch (metric) {
      case MSE -> OptionalDouble.of(mse);
      case RMSE -> OptionalDouble.of(rmse);
      case MAE -> OptionalDouble.of(mae);
      case R2 -> r2 == null ? OptionalDouble.empty() : OptionalDouble.of(r2);
      case ACCURACY,
          ROC_AUC,
          LOG_LOSS,
          F1_MACRO,
          PRECISION_MACRO,
          RECALL_MACRO,
          F1_WEIGHTED,
          BALANCED_ACCURACY ->
          OptionalDouble.empty();
    };
  }
}
