package io.winnow.core.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whole rows for fractional shares: the method of the largest remainder (Hamilton's method).
 *
 * <p>Each share first gets the whole part of total · ratio; the rows left over go one each to the
 * largest fractional parts, ties to the earlier share. The ratios are taken as the decimal numbers
 * they are written as, so 0.1 is one tenth, and all comparisons are exact. Then every share with a
 * ratio above 0 that has fewer than the minimum takes single rows from the share that has the most
 * (ties to the earlier share), provided that the total is enough for the minimum of all of them;
 * otherwise the minimum is waived.
 *
 * <p>With a minimum of one row each:
 *
 * <table>
 * <caption>Rows of the shares for small totals</caption>
 * <tr><th>total</th><th>0.8 / 0.1 / 0.1</th><th>0.7 / 0.15 / 0.15</th><th>0.8 / 0.2 / 0</th></tr>
 * <tr><td>0</td><td>0 / 0 / 0</td><td>0 / 0 / 0</td><td>0 / 0 / 0</td></tr>
 * <tr><td>1</td><td>1 / 0 / 0</td><td>1 / 0 / 0</td><td>1 / 0 / 0</td></tr>
 * <tr><td>2</td><td>2 / 0 / 0</td><td>2 / 0 / 0</td><td>1 / 1 / 0</td></tr>
 * <tr><td>3</td><td>1 / 1 / 1</td><td>1 / 1 / 1</td><td>2 / 1 / 0</td></tr>
 * <tr><td>4</td><td>2 / 1 / 1</td><td>2 / 1 / 1</td><td>3 / 1 / 0</td></tr>
 * <tr><td>5</td><td>3 / 1 / 1</td><td>3 / 1 / 1</td><td>4 / 1 / 0</td></tr>
 * <tr><td>6</td><td>4 / 1 / 1</td><td>4 / 1 / 1</td><td>5 / 1 / 0</td></tr>
 * <tr><td>7</td><td>5 / 1 / 1</td><td>5 / 1 / 1</td><td>6 / 1 / 0</td></tr>
 * <tr><td>8</td><td>6 / 1 / 1</td><td>6 / 1 / 1</td><td>6 / 2 / 0</td></tr>
 * <tr><td>9</td><td>7 / 1 / 1</td><td>6 / 2 / 1</td><td>7 / 2 / 0</td></tr>
 * <tr><td>10</td><td>8 / 1 / 1</td><td>7 / 2 / 1</td><td>8 / 2 / 0</td></tr>
 * </table>
 */
public final class LargestRemainder {
  /** How far the sum of the ratios may be from 1, for ratios such as thirds. */
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  private LargestRemainder() {}

  /**
   * Shares out {@code total} rows.
   *
   * @param total the rows to share out
   * @param ratios one for each share, each in [0, 1], together 1
   * @param minimumEach the rows that a share with a ratio above 0 gets at least, if the total
   *     allows
   * @return the rows of each share; their sum is the total
   * @throws IllegalArgumentException if total or minimum is negative or the ratios are not shares
   *     of a whole
   */
  public static long[] allocate(long total, double[] ratios, long minimumEach) {
    if (total < 0 || minimumEach < 0) {
      throw new IllegalArgumentException(
          "cannot share out %d rows with at least %d each".formatted(total, minimumEach));
    }
    BigInteger[] weights = weights(ratios);
    long[] rows = proportional(total, weights);
    raiseToMinimum(rows, weights, total, minimumEach);
    return rows;
  }

  /** Integers in the proportion of the ratios. */
  private static BigInteger[] weights(double[] ratios) {
    if (!Arrays.stream(ratios).allMatch(ratio -> ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException(
          "ratios " + Arrays.toString(ratios) + " are not all between 0 and 1");
    }
    BigDecimal[] decimals =
        Arrays.stream(ratios).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    BigDecimal sum = Arrays.stream(decimals).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) > 0) {
      throw new IllegalArgumentException(
          "ratios %s add up to %s instead of 1".formatted(Arrays.toString(ratios), sum));
    }
    int scale = Arrays.stream(decimals).mapToInt(BigDecimal::scale).max().orElse(0);
    return Arrays.stream(decimals)
        .map(decimal -> decimal.setScale(scale).unscaledValue())
        .toArray(BigInteger[]::new);
  }

  private static long[] proportional(long total, BigInteger[] weights) {
    BigInteger whole = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
    long[] rows = new long[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] division =
          BigInteger.valueOf(total).multiply(weights[i]).divideAndRemainder(whole);
      rows[i] = division[0].longValueExact();
      remainders[i] = division[1];
    }
    long left = total - Arrays.stream(rows).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted((a, b) -> remainders[b].compareTo(remainders[a]))
        .limit(left)
        .forEach(share -> rows[share]++);
    return rows;
  }

  private static void raiseToMinimum(
      long[] rows, BigInteger[] weights, long total, long minimumEach) {
    long shares = Arrays.stream(weights).filter(weight -> weight.signum() > 0).count();
    if (minimumEach > total / Math.max(1, shares)) {
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      while (weights[i].signum() > 0 && rows[i] < minimumEach) {
        rows[largest(rows)]--;
        rows[i]++;
      }
    }
  }

  private static int largest(long[] rows) {
    int largest = 0;
    for (int i = 1; i < rows.length; i++) {
      if (rows[i] > rows[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
