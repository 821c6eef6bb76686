package io.winnow.core.schema;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * What counts as missing, decided once, when a cell is read: no cell at all, the empty text, {@code
 * NaN} and the markers that the table or the column declares; among numbers, a marker stands for
 * its value, however the cell writes it. Afterwards a missing number is NaN and a missing text is
 * null, and nothing else is.
 */
public final class Missing implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Set<String> markers;
  private final double[] numbers;
  private final int longest;

  private Missing(Set<String> markers) {
    this.markers = markers;
    longest = markers.stream().mapToInt(String::length).max().orElse(0);
    numbers =
        markers.stream()
            .mapToDouble(Numeral::parse)
            .filter(number -> !Double.isNaN(number))
            .toArray();
  }

  /** What is missing in one column of a table. */
  public static Missing of(TableSchema table, ColumnSchema column) {
    Set<String> markers = new HashSet<>(table.missing());
    markers.addAll(column.missing());
    markers.add("");
    markers.add("NaN");
    return new Missing(markers);
  }

  /** Whether a cell, trimmed and stripped where declared, is missing. */
  public boolean isMissing(String cell) {
    // Most cells are longer than any marker, and a comparison of lengths is cheap.
    return cell.length() <= longest && markers.contains(cell);
  }

  /** Whether a numeric cell is missing. */
  public boolean isMissing(double cell) {
    for (double number : numbers) {
      if (cell == number) {
        return true;
      }
    }
    return Double.isNaN(cell);
  }
}
