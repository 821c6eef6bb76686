package io.winnow.core.metrics;

import java.util.OptionalDouble;

/** The figures of one evaluation. */
public sealed interface Metrics permits ClassificationMetrics, RegressionMetrics {
  /** How many rows were measured. */
  long rows();

  /** The figure; empty if it belongs to another kind of model or is not defined on these rows. */
  OptionalDouble value(Metric metric);
}
