package io.winnow.core.config;

import io.winnow.core.metrics.Metric;

/**
 * When training stops before its last epoch.
 *
 * @param patience epochs without a better value
 * @param minDelta what counts as better, in units of the metric
 */
public record EarlyStoppingConfig(Metric metric, int patience, double minDelta) {}
