package io.winnow.core.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How good the saved model is.
 *
 * @param test on rows that neither fitting nor training has seen; null where there are none
 * @param validation where there is no test: on rows that only the choice of the epoch has seen
 * @param current the published model on the same test rows; null where nothing is compared
 */
public record MetricsReport(
    @Nullable TestMetrics test,
    @Nullable TestMetrics validation,
    @Nullable CurrentMetrics current) {

  /** As a manifest has them. */
  @JsonCreator
  public MetricsReport {}

  /** Metrics that are compared with no others. */
  public MetricsReport(@Nullable TestMetrics test, @Nullable TestMetrics validation) {
    this(test, validation, null);
  }
}
