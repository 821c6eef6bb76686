package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * How good the saved model is.
 *
 * @param test on rows that neither fitting nor training has seen; null where there are none
 * @param validation where there is no test: on rows that only the choice of the epoch has seen
 */
public record MetricsReport(@Nullable TestMetrics test, @Nullable TestMetrics validation) {}
