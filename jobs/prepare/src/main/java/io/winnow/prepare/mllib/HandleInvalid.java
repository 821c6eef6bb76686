package io.winnow.prepare.mllib;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What happens to a row that does not parse, as other stages of MLlib have it. */
enum HandleInvalid {
  /** The job fails with the reason. */
  ERROR,
  /** The row is left out. */
  SKIP,
  /** The row stays, without features; a fit leaves it out. */
  KEEP;

  static HandleInvalid of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(HandleInvalid::key).toList();
  }
}
