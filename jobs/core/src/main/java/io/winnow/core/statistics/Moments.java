package io.winnow.core.statistics;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * Count, mean, variance and standard deviation, computed in exact arithmetic and rounded once.
 *
 * <p>Kept are n, Σx and Σx², all exact ({@link ExactSum}). The mean is Σx/n; the variance is (n·Σx²
 * − (Σx)²) / (n·(n − ddof)), which in exact arithmetic suffers no cancellation and is exactly 0 for
 * a constant column. Each is the double nearest to the exact value (ties to even), the standard
 * deviation nearest to the root of the exact variance, not of the rounded one; so it is finite even
 * where the variance is beyond the largest double. The bits do not depend on the order of the
 * values or on how they were partitioned.
 */
public final class Moments implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final ExactSum sum = new ExactSum();
  private final ExactSum squares = new ExactSum();
  private long count;

  /**
   * Adds one value.
   *
   * @throws IllegalArgumentException for NaN or an infinity
   */
  public void add(double x) {
    sum.add(x);
    squares.addSquare(x);
    count++;
  }

  /**
   * Adds the value {@code times} times over, as for cells imputed by one constant.
   *
   * @throws IllegalArgumentException for NaN, an infinity or a negative number of times
   */
  public void add(double x, long times) {
    sum.add(x, times);
    squares.addSquare(x, times);
    count = Math.addExact(count, times);
  }

  /** Adds all values of the other; the other one is left as it is. */
  public void merge(Moments other) {
    sum.merge(other.sum);
    squares.merge(other.squares);
    count = Math.addExact(count, other.count);
  }

  /** How many values were added. */
  public long count() {
    return count;
  }

  /**
   * The mean, correctly rounded.
   *
   * @throws IllegalStateException if there are no values
   */
  public double mean() {
    requireMoreThan(0, "mean");
    return sum.mean(count);
  }

  /**
   * The variance, correctly rounded; an infinity beyond the largest double.
   *
   * @param ddof what is taken off the count in the denominator: 0 for the variance of the values
   *     themselves (scikit-learn, NumPy), 1 for the unbiased estimate (Spark)
   * @throws IllegalStateException if there are not more than ddof values
   */
  public double variance(int ddof) {
    return exactVariance("variance", ddof).toDouble();
  }

  /**
   * The square root of the exact variance, correctly rounded.
   *
   * @param ddof as for {@link #variance}
   * @throws IllegalStateException if there are not more than ddof values
   */
  public double standardDeviation(int ddof) {
    return exactVariance("standard deviation", ddof).squareRoot();
  }

  @Override
  public String toString() {
    return "Moments[count=" + count + ", sum=" + sum.value() + "]";
  }

  private ExactRatio exactVariance(String statistic, int ddof) {
    if (ddof < 0) {
      throw new IllegalArgumentException("ddof is " + ddof + "; it must not be negative");
    }
    requireMoreThan(ddof, statistic);
    BigInteger n = BigInteger.valueOf(count);
    BigInteger total = sum.scaled();
    BigInteger spread =
        n.multiply(squares.scaled()).shiftLeft(ExactSum.BIAS).subtract(total.multiply(total));
    BigInteger denominator = n.multiply(BigInteger.valueOf(count - ddof));
    return new ExactRatio(spread, denominator, -2 * ExactSum.BIAS);
  }

  private void requireMoreThan(int ddof, String statistic) {
    if (count <= ddof) {
      throw new IllegalStateException(
          "the %s needs at least %d values, and there are %d"
              .formatted(statistic, ddof + 1, count));
    }
  }
}
