package io.winnow.core.manifest;

import java.util.Locale;

/**
 * One stage of a run.
 *
 * @param seconds wall-clock time
 */
public record StageReport(String name, long rowsIn, long rowsOut, double seconds) {

  /** What people are told when it ends. */
  public String line() {
    return String.format(
        Locale.ROOT, "%-9s %,12d rows -> %,12d  %6.1f s", name, rowsIn, rowsOut, seconds);
  }
}
