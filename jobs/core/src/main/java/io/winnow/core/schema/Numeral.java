package io.winnow.core.schema;

/** Decimal numbers as tables write them: {@code 12}, {@code -1.5}, {@code .5}, {@code 6.02e23}. */
public final class Numeral {
  private static final String CHARACTERS = "0123456789+-.eE";

  private Numeral() {}

  /**
   * The double nearest to the number, an infinity beyond the largest double, or NaN for a text that
   * is no decimal number.
   */
  public static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      // Java would also take 1d, 0x1p3, Infinity and blanks, which no table means.
      if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
