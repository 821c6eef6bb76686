package io.winnow.core.row;

import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Missing;
import io.winnow.core.schema.Numeral;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column: trims, strips, decides what is missing, and checks the rest. */
final class CellParser implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ColumnSchema column;
  private final boolean trim;
  private final Missing missing;
  private final @Nullable Set<String> allowed;

  CellParser(TableSchema table, ColumnSchema column) {
    this.column = column;
    this.trim = table.trim();
    this.missing = Missing.of(table, column);
    this.allowed = column.allowed() == null ? null : Set.copyOf(column.allowed());
  }

  /** The text of a cell, or null when it is missing. */
  @Nullable String text(@Nullable Object cell) throws CellException {
    String text = observed(cell);
    if (text == null) {
      return null;
    }
    if (allowed != null && !allowed.contains(text)) {
      throw new CellException(
          column.name(), text, "is not one of " + String.join(", ", column.allowed()));
    }
    return text;
  }

  /** The number in a cell, or NaN when it is missing. */
  double number(@Nullable Object cell) throws CellException {
    if (cell instanceof Number number) {
      return checked(number.doubleValue(), cell);
    }
    String text = observed(cell);
    if (text == null) {
      return Double.NaN;
    }
    double value = Numeral.parse(text);
    if (Double.isNaN(value)) {
      throw new CellException(column.name(), text, "is not a number");
    }
    return checked(value, text);
  }

  /** The trimmed and stripped text, or null when it is missing. */
  private @Nullable String observed(@Nullable Object cell) {
    if (cell == null) {
      return null;
    }
    String text = trimmed(cell.toString());
    String suffix = column.stripSuffix();
    if (suffix != null && text.endsWith(suffix)) {
      text = trimmed(text.substring(0, text.length() - suffix.length()));
    }
    return missing.isMissing(text) ? null : text;
  }

  private String trimmed(String text) {
    return trim ? text.strip() : text;
  }

  private double checked(double value, Object cell) throws CellException {
    if (missing.isMissing(value)) {
      return Double.NaN;
    }
    if (Double.isInfinite(value)) {
      throw new CellException(column.name(), cell, "is not a finite number");
    }
    if (column.type() == ColumnType.INTEGER && value != Math.rint(value)) {
      throw new CellException(column.name(), cell, "is not a whole number");
    }
    if (column.role() == Role.WEIGHT && value < 0) {
      throw new CellException(column.name(), cell, "is negative; a weight is 0 or more");
    }
    Double min = column.min();
    if (min != null && value < min) {
      throw new CellException(column.name(), cell, "is below the least value " + min);
    }
    Double max = column.max();
    if (max != null && value > max) {
      throw new CellException(column.name(), cell, "is above the greatest value " + max);
    }
    return value;
  }
}
