package io.winnow.core.step.outlier;

import java.util.Map;

/**
 * Which columns have outliers, and what happens to them.
 *
 * @param columns by name; a column not named has no fences
 * @param maxDeletedShare greatest share of train that may be deleted, 0 to 1
 */
public record OutlierConfig(
    Map<String, ColumnOutliers> columns,
    DeleteFrom deleteFrom,
    ZeroIqr zeroIqr,
    double maxDeletedShare) {

  /**
   * Fences of one column.
   *
   * @param k multiple of the interquartile range, or the greatest score that is no outlier
   */
  public record ColumnOutliers(OutlierRule rule, double k, OutlierAction action) {}
}
