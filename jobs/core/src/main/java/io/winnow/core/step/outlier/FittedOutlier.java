package io.winnow.core.step.outlier;

import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import java.io.Serializable;

/**
 * Fences of one column: {@code q1 - k * (q3 - q1)} and {@code q3 + k * (q3 - q1)} (Tukey 1977) of
 * its observed train values, in the column's own unit. A value on a fence is inside.
 *
 * @param q1 lower quartile, by linear interpolation
 * @param q3 upper quartile, likewise
 */
public record FittedOutlier(
    OutlierRule rule,
    double k,
    OutlierAction action,
    double q1,
    double q3,
    double lower,
    double upper)
    implements Serializable {

  /** Fences around two quartiles. */
  static FittedOutlier of(ColumnOutliers config, double q1, double q3) {
    double iqr = q3 - q1;
    return new FittedOutlier(
        config.rule(),
        config.k(),
        config.action(),
        q1,
        q3,
        q1 - config.k() * iqr,
        q3 + config.k() * iqr);
  }

  /** Whether an observed value lies outside. */
  public boolean isOutlier(double value) {
    return value < lower || value > upper;
  }
}
