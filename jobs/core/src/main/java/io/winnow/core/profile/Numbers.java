package io.winnow.core.profile;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {
  private static final double LARGEST_WHOLE = 1e15;

  private Numbers() {}

  /** The shortest decimal that stands for this double, without an exponent where it is short. */
  static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
      return Long.toString((long) number);
    }
    double magnitude = Math.abs(number);
    return magnitude >= 1e-4 && magnitude < LARGEST_WHOLE
        ? BigDecimal.valueOf(number).toPlainString()
        : Double.toString(number);
  }
}
