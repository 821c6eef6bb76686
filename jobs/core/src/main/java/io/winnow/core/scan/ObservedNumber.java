package io.winnow.core.scan;

import io.winnow.core.failure.WinnowException;

/** Tells missing numbers from observed ones, and refuses what has no mean and no place in a bin. */
public final class ObservedNumber {
  private ObservedNumber() {}

  /**
   * Whether a cell is observed.
   *
   * @param column named in the message
   * @throws WinnowException for an infinity
   */
  public static boolean is(String column, double value) {
    if (Double.isInfinite(value)) {
      throw WinnowException.data(
          "column '%s': %s is not a finite number; declare it as missing or reject the row"
              .formatted(column, value));
    }
    return !Double.isNaN(value);
  }
}
