package io.winnow.core.statistics;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Sums for the Pearson correlation of every pair of columns over the rows that observe both.
 *
 * <p>Values are standardised by the exact mean and deviation of their column, and the products are
 * added as whole multiples of 2^−b. Whole numbers have no order of summation, so the bits do not
 * depend on partitions. By the Cauchy-Schwarz inequality no sum of such products over any part of n
 * rows exceeds n, so b = 62 − ⌈log₂ n⌉ bits fit a long: with a million rows each product is kept to
 * 2^−42, and what is rounded away does not reach the tenth digit.
 */
public final class CorrelationState implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int SUMS = 6;
  private static final int COUNT = 0;
  private static final int X = 1;
  private static final int Y = 2;
  private static final int XX = 3;
  private static final int YY = 4;
  private static final int XY = 5;

  private final int[] columns;
  private final double[] means;
  private final double[] deviations;
  private final double unit;
  private final double[] standardised;

  /** The sums of pair (i, j), i below j, one after the other. */
  private final long[] sums;

  /**
   * An empty state.
   *
   * @param columns indices of numeric columns
   * @param deviations above 0
   * @param rows at least as many as will be added
   */
  public CorrelationState(int[] columns, double[] means, double[] deviations, long rows) {
    this.columns = columns;
    this.means = means;
    this.deviations = deviations;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, rows));
    unit = Math.scalb(1.0, 62 - bits);
    standardised = new double[columns.length];
    sums = new long[SUMS * columns.length * (columns.length - 1) / 2];
  }

  /** Takes in the numbers of one row; NaN is missing. */
  public void add(double[] numbers) {
    for (int i = 0; i < columns.length; i++) {
      standardised[i] = (numbers[columns[i]] - means[i]) / deviations[i];
    }
    int at = 0;
    for (int i = 0; i < columns.length; i++) {
      double x = standardised[i];
      if (Double.isNaN(x)) {
        at += SUMS * (columns.length - 1 - i);
        continue;
      }
      long wholeX = Math.round(x * unit);
      long squareX = Math.round(x * x * unit);
      for (int j = i + 1; j < columns.length; j++, at += SUMS) {
        double y = standardised[j];
        if (!Double.isNaN(y)) {
          sums[at + COUNT]++;
          sums[at + X] += wholeX;
          sums[at + Y] += Math.round(y * unit);
          sums[at + XX] += squareX;
          sums[at + YY] += Math.round(y * y * unit);
          sums[at + XY] += Math.round(x * y * unit);
        }
      }
    }
  }

  /** Takes in what another state of the same columns has learnt. */
  public void merge(CorrelationState other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /** The correlation of the i-th and the j-th of the columns; null where it is not defined. */
  public @Nullable Double of(int i, int j) {
    if (i == j) {
      return 1.0;
    }
    int first = Math.min(i, j);
    int second = Math.max(i, j);
    int at = SUMS * (first * (2 * columns.length - first - 1) / 2 + second - first - 1);
    double n = sums[at + COUNT];
    double meanX = sums[at + X] / unit / n;
    double meanY = sums[at + Y] / unit / n;
    double varianceX = sums[at + XX] / unit / n - meanX * meanX;
    double varianceY = sums[at + YY] / unit / n - meanY * meanY;
    if (!(varianceX > noise(meanX)) || !(varianceY > noise(meanY))) {
      return null;
    }
    double covariance = sums[at + XY] / unit / n - meanX * meanY;
    double r = covariance / Math.sqrt(varianceX) / Math.sqrt(varianceY);
    return Math.max(-1, Math.min(1, r));
  }

  /** The variance that rounding alone can give to a column that is constant in the common rows. */
  private double noise(double mean) {
    return (1 + Math.abs(mean)) * (4 / unit) + mean * mean * 4 * Math.ulp(1.0);
  }
}
