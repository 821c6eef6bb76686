package io.winnow.core.statistics;

import java.math.BigInteger;

/**
 * The number numerator / denominator · 2^exponent, and its double, rounded once.
 *
 * @param numerator any integer
 * @param denominator a positive integer
 * @param exponent a power of two
 */
record ExactRatio(BigInteger numerator, BigInteger denominator, int exponent) {
  /** Digits kept of a quotient: more than a double has, so that the rest only breaks ties. */
  private static final int QUOTIENT_BITS = 66;

  private static final int MANTISSA_BITS = 53;

  /** The nearest double, ties to even; an infinity beyond the largest double. */
  double toDouble() {
    BigInteger magnitude = numerator.abs();
    int shift = shiftFor(magnitude, QUOTIENT_BITS);
    BigInteger[] division = magnitude.shiftLeft(shift).divideAndRemainder(denominator);
    double rounded = round(division[0], division[1].signum() != 0, exponent - shift);
    return numerator.signum() < 0 ? -rounded : rounded;
  }

  /** The double nearest to the square root, ties to even; the ratio must not be negative. */
  double squareRoot() {
    int shift = shiftFor(numerator, 2 * QUOTIENT_BITS);
    // The root halves the power of two, which therefore has to be even.
    shift += (exponent - shift) & 1;
    BigInteger[] division = numerator.shiftLeft(shift).divideAndRemainder(denominator);
    BigInteger[] root = division[0].sqrtAndRemainder();
    boolean inexact = division[1].signum() != 0 || root[1].signum() != 0;
    return round(root[0], inexact, (exponent - shift) / 2);
  }

  private int shiftFor(BigInteger dividend, int quotientBits) {
    return Math.max(0, quotientBits + denominator.bitLength() - dividend.bitLength());
  }

  /**
   * Rounds integer · 2^exponent, to which something less than one unit of the integer is to be
   * added if inexact.
   */
  private static double round(BigInteger integer, boolean inexact, int exponent) {
    if (integer.signum() == 0) {
      return 0.0;
    }
    int lead = integer.bitLength() - 1 + exponent;
    int last = Math.max(lead - MANTISSA_BITS + 1, Double.MIN_EXPONENT - MANTISSA_BITS + 1);
    int dropped = last - exponent;
    BigInteger kept = integer.shiftRight(dropped);
    BigInteger rest = integer.subtract(kept.shiftLeft(dropped));
    int half = rest.compareTo(BigInteger.ONE.shiftLeft(dropped - 1));
    boolean up = half > 0 || (half == 0 && (inexact || kept.testBit(0)));
    long mantissa = up ? kept.longValue() + 1 : kept.longValue();
    return Math.scalb((double) mantissa, last);
  }
}
