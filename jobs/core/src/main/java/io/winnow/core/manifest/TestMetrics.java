package io.winnow.core.manifest;

import io.winnow.core.metrics.Metric;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metrics on the rows of one split. Those of the other kind of task are null, as is one that the
 * rows do not define.
 *
 * @param logLoss mean negative log likelihood, nats
 * @param mse squared units of the target
 * @param rmse units of the target
 * @param mae units of the target
 * @param perClass by class name
 * @param confusionMatrix rows by true class, columns by predicted class, in the order of {@code
 *     labels}
 */
public record TestMetrics(
    long rows,
    @Nullable Double accuracy,
    @Nullable Double balancedAccuracy,
    @Nullable Double rocAuc,
    @Nullable Double logLoss,
    @Nullable Double precisionMacro,
    @Nullable Double recallMacro,
    @Nullable Double f1Macro,
    @Nullable Double f1Weighted,
    @Nullable Double mse,
    @Nullable Double rmse,
    @Nullable Double mae,
    @Nullable Double r2,
    @Nullable Map<String, ClassMetrics> perClass,
    @Nullable List<List<Long>> confusionMatrix,
    @Nullable List<String> labels) {

  /** The figure of that metric, or null. */
  public @Nullable Double value(Metric metric) {
    return switch (metric) {
      case ACCURACY -> accuracy;
      case BALANCED_ACCURACY -> balancedAccuracy;
      case ROC_AUC -> rocAuc;
      case LOG_LOSS -> logLoss;
      case PRECISION_MACRO -> precisionMacro;
      case RECALL_MACRO -> recallMacro;
      case F1_MACRO -> f1Macro;
      case F1_WEIGHTED -> f1Weighted;
      case MSE -> mse;
      case RMSE -> rmse;
      case MAE -> mae;
      case R2 -> r2;
    };
  }

  /**
   * One class against all others.
   *
   * @param support rows of that class
   */
  public record ClassMetrics(double precision, double recall, double f1, long support) {}
}
