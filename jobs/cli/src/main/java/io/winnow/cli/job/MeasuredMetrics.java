package io.winnow.cli.job;

import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.manifest.TestMetrics.ClassMetrics;
import io.winnow.core.metrics.ClassificationMetrics;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Metrics in the form of the manifest. */
final class MeasuredMetrics {
  private MeasuredMetrics() {}

  static TestMetrics of(Metrics metrics) {
    if (metrics instanceof ClassificationMetrics classes) {
      return of(classes, perClass(classes), classes.confusionMatrix(), classes.labels());
    }
    return of(metrics, null, null, null);
  }

  private static TestMetrics of(
      Metrics metrics,
      @Nullable Map<String, ClassMetrics> perClass,
      @Nullable List<List<Long>> confusionMatrix,
      @Nullable List<String> labels) {
    return new TestMetrics(
        metrics.rows(),
        value(metrics, Metric.ACCURACY),
        value(metrics, Metric.BALANCED_ACCURACY),
        value(metrics, Metric.ROC_AUC),
        value(metrics, Metric.LOG_LOSS),
        value(metrics, Metric.PRECISION_MACRO),
        value(metrics, Metric.RECALL_MACRO),
        value(metrics, Metric.F1_MACRO),
        value(metrics, Metric.F1_WEIGHTED),
        value(metrics, Metric.MSE),
        value(metrics, Metric.RMSE),
        value(metrics, Metric.MAE),
        value(metrics, Metric.R2),
        perClass,
        confusionMatrix,
        labels);
  }

  private static @Nullable Double value(Metrics metrics, Metric metric) {
    OptionalDouble value = metrics.value(metric);
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Map<String, ClassMetrics> perClass(ClassificationMetrics metrics) {
    Map<String, ClassMetrics> byLabel = new LinkedHashMap<>();
    metrics
        .perClass()
        .forEach(
            (label, c) ->
                byLabel.put(
                    label, new ClassMetrics(c.precision(), c.recall(), c.f1(), c.support())));
    return byLabel;
  }
}
