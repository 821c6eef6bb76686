package io.winnow.core.profile;

import java.util.Locale;
import java.util.Set;

/** Texts by which tables often say that a cell is missing. */
final class MissingMarkers {
  private static final Set<String> KNOWN =
      Set.of(
          "?",
          "-",
          "--",
          ".",
          "na",
          "n/a",
          "#n/a",
          "<na>",
          "nan",
          "null",
          "nil",
          "none",
          "missing",
          "unknown",
          "undefined",
          "not available");

  private MissingMarkers() {}

  /** Whether a text is one of them, in whatever case. */
  static boolean isKnown(String text) {
    return text.length() <= 13 && KNOWN.contains(text.toLowerCase(Locale.ROOT));
  }
}
