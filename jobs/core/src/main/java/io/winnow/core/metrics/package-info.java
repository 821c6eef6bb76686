/**
 * What a model's predictions are worth, measured as scikit-learn measures it.
 *
 * <p>A state takes one row after the other, states of several workers merge, and the metrics read
 * from it are the same bits for any partitioning and order of the rows: {@link
 * io.winnow.core.metrics.ClassificationState} gives {@link
 * io.winnow.core.metrics.ClassificationMetrics}, {@link io.winnow.core.metrics.RegressionState}
 * gives {@link io.winnow.core.metrics.RegressionMetrics}. {@link io.winnow.core.metrics.Metric}
 * names a figure and the direction in which it improves.
 */
package io.winnow.core.metrics;
