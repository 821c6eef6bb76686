package io.winnow.core.step.select;

import org.jspecify.annotations.Nullable;

/**
 * Which features stay. What is null does not select.
 *
 * @param variance looked at first
 * @param correlation looked at next, among the features that are left
 * @param mutualInformation looked at last
 */
public record SelectConfig(
    @Nullable VarianceLimit variance,
    @Nullable CorrelationLimit correlation,
    @Nullable InformationLimit mutualInformation) {

  /**
   * A limit on the variance of a feature.
   *
   * @param min what the variance must be above
   */
  public record VarianceLimit(double min) {}

  /**
   * A limit on the Pearson correlation of two numeric features.
   *
   * @param max its greatest absolute value
   */
  public record CorrelationLimit(double max) {}

  /**
   * A limit on what a feature tells of the label; one of the two is null.
   *
   * @param top how many features stay
   * @param min the least mutual information in nats
   */
  public record InformationLimit(@Nullable Integer top, @Nullable Double min) {}
}
