package io.winnow.core.split;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.IsoTime;
import io.winnow.core.statistics.OrderedKey;
import java.io.Serializable;
import java.util.OptionalLong;

/**
 * The column that rows are ordered by: numbers, or ISO dates and times.
 *
 * @param number index among the numeric columns, or -1
 * @param text index among the textual columns, or -1
 */
record TimeColumn(int number, int text) implements Serializable {

  static TimeColumn of(RowLayout layout, String name) {
    return new TimeColumn(layout.number(name), layout.text(name));
  }

  /** An unsigned number that grows with time, or nothing where the time is missing. */
  OptionalLong key(TypedRow row) {
    if (number >= 0) {
      double time = row.numbers[number];
      return Double.isNaN(time) ? OptionalLong.empty() : OptionalLong.of(OrderedKey.of(time));
    }
    String time = row.texts[text];
    if (time == null) {
      return OptionalLong.empty();
    }
    long micros =
        IsoTime.microseconds(time)
            .orElseThrow(() -> new IllegalStateException("a time passed that is no ISO time"));
    // Flipping the sign makes the unsigned order that of the signed numbers.
    return OptionalLong.of(micros ^ Long.MIN_VALUE);
  }
}
