package io.winnow.core.statistics;

/**
 * Doubles as 64-bit keys whose unsigned order is the order of the numbers.
 *
 * <p>The bits of a positive double already grow with it; setting their sign bit puts them above the
 * negative ones, whose bits are inverted because they shrink as the number grows. −0.0 has the key
 * of 0.0, so equal numbers have equal keys. Compare keys with {@link Long#compareUnsigned}.
 */
public final class OrderedKey {
  private OrderedKey() {}

  /**
   * The key of a number; infinities have one too.
   *
   * @throws IllegalArgumentException for NaN, which has no place in the order
   */
  public static long of(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("NaN has no place in the order of numbers");
    }
    // Adding a positive zero turns -0.0 into 0.0 and leaves every other number alone.
    long bits = Double.doubleToRawLongBits(x + 0.0);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  /** The number that has this key. */
  public static double toDouble(long key) {
    return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
  }
}
