package io.winnow.core.metrics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a classifier, with scikit-learn's definitions.
 *
 * <p>The macro averages go over the classes that have rows or were predicted; a declared class that
 * has neither does not take part, as in scikit-learn when no labels are passed. The balanced
 * accuracy goes over the classes that have rows.
 *
 * @param rows rows measured
 * @param accuracy share of the rows whose class was predicted
 * @param rocAuc area under the ROC curve, scores that tie counted half: of the last label for two
 *     classes, the mean of each class against the rest for more; null if a class has no rows or all
 * @param logLoss mean negative natural logarithm of the probability of the actual class, clipped to
 *     [2⁻⁵², 1 − 2⁻⁵²]
 * @param f1Macro F1 averaged over the classes
 * @param precisionMacro precision averaged over the classes
 * @param recallMacro recall averaged over the classes
 * @param f1Weighted F1 averaged over the classes by support
 * @param balancedAccuracy recall averaged over the classes that have rows
 * @param perClass each class by its label, in the order of the labels
 * @param confusionMatrix for each actual class, the rows predicted as each class
 * @param labels the classes in the order of their indices
 * @param curves of the last label for two classes, of each one for more, as far as they are defined
 */
public record ClassificationMetrics(
    long rows,
    double accuracy,
    @Nullable Double rocAuc,
    double logLoss,
    double f1Macro,
    double precisionMacro,
    double recallMacro,
    double f1Weighted,
    double balancedAccuracy,
    Map<String, PerClass> perClass,
    List<List<Long>> confusionMatrix,
    List<String> labels,
    List<ScoreCurve> curves)
    implements Metrics {

  @Override
  public OptionalDouble value(Metric metric) {
    return switch (metric) {
      case ACCURACY -> OptionalDouble.of(accuracy);
      case ROC_AUC -> rocAuc == null ? OptionalDouble.empty() : OptionalDouble.of(rocAuc);
      case LOG_LOSS -> OptionalDouble.of(logLoss);
      case F1_MACRO -> OptionalDouble.of(f1Macro);
      case PRECISION_MACRO -> OptionalDouble.of(precisionMacro);
      case RECALL_MACRO -> OptionalDouble.of(recallMacro);
      case F1_WEIGHTED -> OptionalDouble.of(f1Weighted);
      case BALANCED_ACCURACY -> OptionalDouble.of(balancedAccuracy);
      case MSE, RMSE, MAE, R2 -> OptionalDouble.empty();
    };
  }
}
