package io.winnow.core.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Exact quantiles by linear interpolation between order statistics.
 *
 * <p>The quantile q of n ascending values lies at position p = (n − 1)·q, between the values at the
 * ranks lo = ⌊p⌋ and hi = ⌈p⌉: (hi − p)·x[lo] + (p − lo)·x[hi], evaluated in this order and in
 * doubles, as Spark's {@code percentile} does, to the same bits; NumPy's method {@code linear}
 * agrees up to rounding. [1, 2, 3, 4, 10, 20] at 0.25, 0.5 and 0.75 gives 2.25, 3.5 and 8.5.
 *
 * <p>The order statistics come from {@link RankSelection}, as keys of {@link OrderedKey}.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The ranks, from 0, that the quantiles are computed from.
   *
   * @param count how many values there are; 0 values have no ranks
   * @param probabilities each in [0, 1], in any order
   * @return ascending, without repetition; at most two for each probability
   * @throws IllegalArgumentException if a probability is outside [0, 1]
   */
  public static long[] ranks(long count, double... probabilities) {
    if (count == 0) {
      return new long[0];
    }
    return Arrays.stream(probabilities)
        .map(q -> position(count, q))
        .flatMap(p -> DoubleStream.of(Math.floor(p), Math.ceil(p)))
        .mapToLong(rank -> (long) rank)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * The quantiles, in the order of the probabilities.
   *
   * @param count how many values there are, at least 1
   * @param keys the keys at {@code ranks(count, probabilities)}
   * @param probabilities each in [0, 1], in any order
   * @throws IllegalArgumentException if there are no values, a probability is outside [0, 1], or
   *     the keys are not as many as the ranks
   */
  public static double[] values(long count, long[] keys, double... probabilities) {
    if (count <= 0) {
      throw new IllegalArgumentException("the quantiles of " + count + " values are not defined");
    }
    long[] ranks = ranks(count, probabilities);
    if (ranks.length != keys.length) {
      throw new IllegalArgumentException(
          "the quantiles need the keys at %d ranks, and %d were given"
              .formatted(ranks.length, keys.length));
    }
    return Arrays.stream(probabilities)
        .map(q -> interpolate(position(count, q), ranks, keys))
        .toArray();
  }

  private static double interpolate(double position, long[] ranks, long[] keys) {
    long lower = (long) Math.floor(position);
    long upper = (long) Math.ceil(position);
    long lowerKey = keys[Arrays.binarySearch(ranks, lower)];
    long upperKey = keys[Arrays.binarySearch(ranks, upper)];
    if (lowerKey == upperKey) {
      return OrderedKey.toDouble(lowerKey);
    }
    return (upper - position) * OrderedKey.toDouble(lowerKey)
        + (position - lower) * OrderedKey.toDouble(upperKey);
  }

  private static double position(long count, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability " + probability + " of a quantile is outside [0, 1]");
    }
    return (count - 1) * probability;
  }
}
