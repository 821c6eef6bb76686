package io.winnow.core.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as ISO 8601 writes them: {@code 2026-11-23}, {@code 2026-11-23T04:30}, {@code
 * 2026-11-23 04:30:15.25Z}, {@code 2026-11-23T04:30:15+01:00}. A date is its midnight; without an
 * offset a time is UTC, whatever the machine's zone; the calendar is the proleptic Gregorian one.
 */
public final class IsoTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:\\d{2})?)?");
  private static final long MICROS_PER_SECOND = 1_000_000;

  private IsoTime() {}

  /**
   * Microseconds since 1970-01-01T00:00Z, finer fractions rounded down, or nothing for a text that
   * is no such date or time.
   */
  public static OptionalLong microseconds(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    try {
      LocalDate date = LocalDate.parse(matcher.group(1));
      LocalTime time =
          matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
      ZoneOffset offset =
          matcher.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(matcher.group(3));
      long seconds = date.toEpochSecond(time, offset);
      return OptionalLong.of(seconds * MICROS_PER_SECOND + time.get(ChronoField.MICRO_OF_SECOND));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
