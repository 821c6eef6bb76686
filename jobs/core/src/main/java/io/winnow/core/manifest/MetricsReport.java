package io.winnow.core.manifest;

/**
 * How good the saved model is.
 *
 * @param test on rows that neither fitting nor training has seen
 */
public record MetricsReport(TestMetrics test) {}
