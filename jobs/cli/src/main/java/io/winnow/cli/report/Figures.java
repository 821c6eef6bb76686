package io.winnow.cli.report;

import java.util.Locale;

/** Numbers of a table as its readers expect them. */
final class Figures {
  private static final double LARGEST_WHOLE = 1e15;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double LARGEST_FRACTION = 1e6;

  private Figures() {}

  /** Six digits that tell, no exponent where it can be avoided. */
  static String of(double x) {
    double magnitude = Math.abs(x);
    if (x == Math.rint(x) && magnitude < LARGEST_WHOLE) {
      return String.format(Locale.ROOT, "%,d", (long) x);
    }
    if (magnitude < LEAST_PLAIN || magnitude >= LARGEST_WHOLE) {
      return String.format(Locale.ROOT, "%.4g", x);
    }
    if (magnitude >= LARGEST_FRACTION) {
      return String.format(Locale.ROOT, "%,.0f", x);
    }
    int whole = (int) Math.floor(Math.log10(magnitude)) + 1;
    String digits =
        String.format(Locale.ROOT, "%,." + Math.min(6, Math.max(0, 6 - whole)) + "f", x);
    return digits.indexOf('.') < 0 ? digits : digits.replaceFirst("\\.?0+$", "");
  }

  /** A share as a percentage; a little is never shown as nothing, nor nearly all as all. */
  static String percent(double share) {
    if (share > 0 && share < 0.001) {
      return "<0.1%";
    }
    if (share < 1 && share > 0.999) {
      return ">99.9%";
    }
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** A text that fits a line. */
  static String shortened(String text) {
    int most = 60;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
