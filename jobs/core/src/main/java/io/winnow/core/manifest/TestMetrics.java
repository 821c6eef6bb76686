package io.winnow.core.manifest;

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

  /**
   * One class against all others.
   *
   * @param support rows of that class
   */
  public record ClassMetrics(double precision, double recall, double f1, long support) {}
}
