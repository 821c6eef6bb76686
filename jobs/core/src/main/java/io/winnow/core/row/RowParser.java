package io.winnow.core.row;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.row.KnownTexts.Known;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.DerivedPart;
import io.winnow.core.schema.IsoTime;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw cells into a {@link TypedRow}, the one place where cells are typed, whether they come
 * from a nightly table or a single request.
 *
 * <p>The hash of a row covers every declared column in the order of the schema, so that neither the
 * order of the columns in a file nor undeclared columns change it. The group of a row is the hash
 * of the name and the value of the column with role group. Where a sensitive column takes part in
 * one of them, it does so by its keyed hash or its mask; a dropped one only takes part in the hash
 * of the row, which is never written. Derived columns are computed from the cells that were read
 * and have no part in any hash. Not thread-safe.
 */
public final class RowParser {
  private final Column[] columns;
  private final boolean separateKey;
  private final CanonicalHasher rowHasher = new CanonicalHasher();
  private final CanonicalHasher keyHasher = new CanonicalHasher();
  private final CanonicalHasher groupHasher = new CanonicalHasher();

  private record Column(
      ColumnSchema schema,
      CellParser parser,
      int number,
      int text,
      boolean inKey,
      boolean labelNeeded,
      boolean isTime,
      @Nullable LabelConfig label,
      boolean isHidden,
      @Nullable UnaryOperator<String> treatment,
      KnownTexts known,
      List<Derived> derived) {

    /** A key is a text, whatever it looks like. */
    boolean isNumber() {
      return schema.isNumeric() && schema.role() != Role.KEY;
    }
  }

  /**
   * A number that is made of a column's cell.
   *
   * @param number where it is carried
   */
  private record Derived(DerivedPart part, int number) {}

  /** A parser of cells in the order of the table schema. */
  public RowParser(
      TableSchema table, RowLayout layout, LabelConfig label, SensitiveCells sensitive) {
    boolean declaredKey = table.columns().stream().anyMatch(column -> column.role() == Role.KEY);
    List<Column> made = new ArrayList<>();
    for (ColumnSchema column : table.source().columns()) {
      boolean isLabel = column.name().equals(label.column());
      made.add(
          new Column(
              column,
              new CellParser(table, column),
              layout.number(column.name()),
              layout.text(column.name()),
              declaredKey ? column.role() == Role.KEY : column.role() != Role.SENSITIVE,
              isLabel && label.missing() == MissingLabel.REJECT,
              column.type() == ColumnType.DATE || column.name().equals(layout.time()),
              isLabel ? label : null,
              column.role() == Role.SENSITIVE || sensitive.contains(column.name()),
              sensitive.treatment(column.name()),
              new KnownTexts(),
              derived(table, layout, column.name())));
    }
    columns = made.toArray(new Column[0]);
    separateKey = made.stream().anyMatch(column -> !column.inKey());
  }

  private static List<Derived> derived(TableSchema table, RowLayout layout, String column) {
    List<Derived> made = new ArrayList<>();
    for (ColumnSchema schema : table.columns()) {
      DerivedPart part = schema.derived();
      int number = layout.number(schema.name());
      if (part != null && part.column().equals(column) && number >= 0) {
        made.add(new Derived(part, number));
      }
    }
    return made;
  }

  /**
   * Parses one row.
   *
   * @param cells texts, numbers or other values by the order of the table schema, without derived
   *     columns; null is missing
   * @param row filled in
   * @return null, or why the row is rejected; the row then holds nothing of use
   */
  public @Nullable Reject parse(@Nullable Object[] cells, TypedRow row) {
    rowHasher.reset();
    keyHasher.reset();
    row.group = null;
    try {
      for (int i = 0; i < columns.length; i++) {
        parseCell(columns[i], cells[i], row);
      }
    } catch (CellException e) {
      return new Reject(reason(e), e.column(), shown(cells));
    }
    row.hash = rowHasher.finish();
    row.key = separateKey ? keyHasher.finish() : row.hash;
    return null;
  }

  private void parseCell(Column column, @Nullable Object cell, TypedRow row) throws CellException {
    boolean isMissing;
    if (column.isNumber()) {
      double value = column.parser.number(cell);
      isMissing = Double.isNaN(value);
      rowHasher.number(value);
      if (separateKey && column.inKey) {
        keyHasher.number(value);
      }
      if (isGroup(column) && !isMissing) {
        row.group = groupHasher.reset().text(column.schema.name()).number(value).finish();
      }
      if (column.number >= 0) {
        row.numbers[column.number] = value;
      }
      if (column.text >= 0) {
        row.texts[column.text] = isMissing ? null : column.parser.text(cell);
      }
    } else {
      Known known = column.known.of(cell);
      if (known == null) {
        known = read(column, cell);
      }
      String text = known == null ? null : known.text();
      isMissing = known == null;
      readTime(column, text, row);
      append(rowHasher, known);
      if (separateKey && column.inKey) {
        append(keyHasher, known);
      }
      if (isGroup(column) && !isMissing) {
        row.group = groupHasher.reset().text(column.schema.name()).text(text).finish();
      }
      if (column.text >= 0) {
        row.texts[column.text] = text;
      }
    }
    if (isMissing && isNeeded(column)) {
      throw new CellException(column.schema.name(), "", "is missing");
    }
  }

  private static @Nullable Known read(Column column, @Nullable Object cell) throws CellException {
    String text = treated(column, column.parser.text(cell));
    checkLabel(column, text);
    return cell == null || text == null ? null : column.known.put(cell, text);
  }

  private static void append(CanonicalHasher hasher, @Nullable Known known) {
    if (known == null) {
      hasher.text(null);
    } else {
      hasher.encoded(known.encoded());
    }
  }

  private static @Nullable String treated(Column column, @Nullable String text) {
    return text == null || column.treatment == null ? text : column.treatment.apply(text);
  }

  private static boolean isNeeded(Column column) {
    Role role = column.schema.role();
    return column.labelNeeded || role == Role.KEY || role == Role.WEIGHT;
  }

  private static boolean isGroup(Column column) {
    return column.schema.role() == Role.GROUP;
  }

  private static void checkLabel(Column column, @Nullable String text) throws CellException {
    LabelConfig label = column.label;
    if (label == null || text == null) {
      return;
    }
    Map<String, String> map = label.map();
    String name = text;
    if (map != null) {
      String mapped = map.getOrDefault(text, map.get("*"));
      if (mapped == null) {
        throw new CellException(column.schema.name(), text, "is not in label.map");
      }
      name = mapped;
    }
    if (label.classes() != null && !label.classes().contains(name)) {
      throw new CellException(column.schema.name(), name, "is not in label.classes");
    }
  }

  private static void readTime(Column column, @Nullable String text, TypedRow row)
      throws CellException {
    if (!column.isTime || column.treatment != null) {
      return;
    }
    if (text == null) {
      column.derived.forEach(derived -> row.numbers[derived.number] = Double.NaN);
      return;
    }
    OptionalLong time = IsoTime.microseconds(text);
    if (time.isEmpty()) {
      throw new CellException(
          column.schema.name(), text, "is no ISO date or time, such as 2026-11-23T04:30:00Z");
    }
    for (Derived derived : column.derived) {
      row.numbers[derived.number] = derived.part.of(time.getAsLong());
    }
  }

  private String reason(CellException e) {
    for (Column column : columns) {
      if (column.schema.name().equals(e.column()) && column.isHidden) {
        return e.reason(CellException.Shown.HIDDEN);
      }
    }
    return e.reason(CellException.Shown.VALUE);
  }

  private Map<String, String> shown(@Nullable Object[] cells) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      Object cell = cells[i];
      if (cell != null && !columns[i].isHidden) {
        shown.put(columns[i].schema.name(), cell.toString());
      }
    }
    return shown;
  }
}
