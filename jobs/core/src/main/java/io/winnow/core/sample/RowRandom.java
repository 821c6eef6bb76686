package io.winnow.core.sample;

import java.util.SplittableRandom;

/**
 * The chance behind one row: a stream of its own for each (seed, stream, row), so that a row is the
 * same whatever was drawn for others. Only {@link SplittableRandom#nextLong()} and {@link
 * StrictMath} are used, so that every Java draws the same.
 */
final class RowRandom {
  private static final long ODD = 0xD1342543DE82EF95L;

  private final SplittableRandom random;

  RowRandom(long seed, int stream, long row) {
    long mixed = new SplittableRandom(seed + ODD * stream).nextLong();
    this.random = new SplittableRandom(new SplittableRandom(mixed ^ (ODD * row)).nextLong());
  }

  /** Uniform in [0, 1), 53 bits. */
  double uniform() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Whether an event of that probability happens. */
  boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Uniform in 0 … bound - 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Log-normal: e to the power of a normal. */
  double logNormal(double mean, double deviation) {
    return StrictMath.exp(mean + deviation * gaussian());
  }

  /** Poisson, by counting how long a product of uniforms stays above e to the power of -mean. */
  int poisson(double mean) {
    double threshold = StrictMath.exp(-mean);
    int count = 0;
    double product = uniform();
    while (product > threshold) {
      product *= uniform();
      count++;
    }
    return count;
  }

  /** One of the texts, each with its weight. */
  String choose(Weighted values) {
    return values.at(uniform());
  }
}
