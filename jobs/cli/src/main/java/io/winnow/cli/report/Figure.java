package io.winnow.cli.report;

import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.metrics.Metric;
import java.util.Arrays;
import java.util.List;

/** A metric with its value. */
public record Figure(String name, double value) {

  /** The metrics that the rows define, the most telling ones first. */
  static List<Figure> of(TestMetrics metrics) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metrics.value(metric) != null)
        .map(metric -> figure(metrics, metric))
        .toList();
  }

  private static Figure figure(TestMetrics metrics, Metric metric) {
    Double value = metrics.value(metric);
    return new Figure(metric.key(), value == null ? Double.NaN : value);
  }
}
