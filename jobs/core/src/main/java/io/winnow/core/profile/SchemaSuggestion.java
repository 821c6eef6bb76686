package io.winnow.core.profile;

import io.winnow.core.row.RowLayout;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Suggests how the columns of a table could be declared, from what a scan has learnt of them. */
public final class SchemaSuggestion {
  private static final Pattern KEY_NAME =
      Pattern.compile("(?:.*[^a-z])?(?:id|key|uuid|index|no|nr|number)", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY_SUFFIX = Pattern.compile(".*[a-z](?:Id|ID|Key|No|Nr)");
  private static final int FEW_CLASSES = 20;

  private final TableState state;
  private final DistinctCounter exact;
  private boolean hasKey;

  private SchemaSuggestion(TableState state, DistinctCounter exact) {
    this.state = state;
    this.exact = exact;
  }

  /**
   * Columns of a table that nothing is known of.
   *
   * @param state of rows that hold every cell as text
   * @param layout of these rows
   * @param label column to predict, or null
   */
  public static List<SuggestedColumn> of(
      TableState state, RowLayout layout, @Nullable String label, DistinctCounter exact) {
    SchemaSuggestion suggestion = new SchemaSuggestion(state, exact);
    List<SuggestedColumn> columns = new ArrayList<>();
    for (String name : layout.texts()) {
      TextState column = state.text(layout.text(name));
      columns.add(
          name.equals(label)
              ? labelColumn(name, column)
              : suggestion.unknown(name, column, InferredType.of(column)));
    }
    return columns;
  }

  /** Columns of a declared table: declared as they are, with the markers that were found. */
  public static List<SuggestedColumn> of(TableState state, RowLayout layout, TableSchema table) {
    return table.columns().stream().map(column -> declared(column, state, layout)).toList();
  }

  private static SuggestedColumn declared(ColumnSchema column, TableState state, RowLayout layout) {
    int text = layout.text(column.name());
    if (column.role() == Role.SENSITIVE) {
      return new SuggestedColumn(column, column.type(), null, List.of(), List.of());
    }
    if (text < 0) {
      NumberState numbers = state.number(layout.number(column.name()));
      ColumnType inferred = numbers.isWhole() ? ColumnType.INTEGER : ColumnType.NUMBER;
      return new SuggestedColumn(
          column,
          column.type(),
          numbers.observed() == 0 ? null : inferred,
          List.of(),
          numbers.observed() == 0 ? List.of("holds no value") : List.of());
    }
    InferredType inferred = InferredType.of(state.text(text));
    List<String> allowed = column.allowed() == null ? List.of() : column.allowed();
    List<String> markers =
        inferred.markers().stream().filter(marker -> !allowed.contains(marker)).toList();
    List<String> notes = new ArrayList<>(markerNotes(markers, state.text(text)));
    if (inferred.type() == null) {
      notes.add("holds no value");
    } else if (!column.isNumeric() && inferred.isNumeric()) {
      notes.add("the values are numbers");
    }
    List<String> missing = new ArrayList<>(column.missing());
    missing.addAll(markers);
    return new SuggestedColumn(
        with(column, missing), column.type(), inferred.type(), markers, notes);
  }

  private static SuggestedColumn labelColumn(String name, TextState column) {
    InferredType inferred = InferredType.of(column);
    DistinctCount distinct = column.distinct().count();
    boolean classes =
        !inferred.isNumeric()
            || (inferred.type() == ColumnType.INTEGER && distinct.count() <= FEW_CLASSES);
    ColumnType type = inferred.type() == null || classes ? ColumnType.CATEGORY : inferred.type();
    List<String> notes = new ArrayList<>(markerNotes(inferred.markers(), column));
    if (inferred.isNumeric() && classes) {
      notes.add("few whole numbers, taken for classes; type integer makes it a regression");
    }
    return suggested(name, type, Role.LABEL, inferred, notes);
  }

  private SuggestedColumn unknown(String name, TextState column, InferredType inferred) {
    List<String> notes = new ArrayList<>(markerNotes(inferred.markers(), column));
    ColumnType type = inferred.type();
    if (type == null) {
      notes.add("holds no value");
      return suggested(name, ColumnType.CATEGORY, Role.IGNORE, inferred, notes);
    }
    if (isKey(name, column, inferred)) {
      notes.add("different in every row");
      Role role = hasKey ? Role.IGNORE : Role.KEY;
      hasKey = true;
      return suggested(name, type, role, inferred, notes);
    }
    if (column.distinct().count().count() - inferred.markers().size() == 1) {
      notes.add("holds a single value");
      return suggested(name, type, Role.IGNORE, inferred, notes);
    }
    if (column.codes() > 0) {
      notes.add("digits that are no quantity");
    } else if (inferred.isNumeric()) {
      long spoilt = column.observed() - column.marked() - column.numbers();
      if (spoilt > 0) {
        notes.add(
            String.format(Locale.ROOT, "not a number in %,d rows, which are rejected", spoilt));
      }
    } else if (2 * column.numbers() > column.observed()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d values are numbers, the others are not",
              column.numbers(),
              column.observed()));
    }
    if (type == ColumnType.TEXT) {
      notes.add("too many different values to encode");
      return suggested(name, type, Role.IGNORE, inferred, notes);
    }
    return suggested(name, type, Role.FEATURE, inferred, notes);
  }

  /** Different in every row, and named or numbered like a key. */
  private boolean isKey(String name, TextState column, InferredType inferred) {
    if (column.missing() > 0
        || column.marked() > 0
        || column.observed() < 2
        || inferred.type() == ColumnType.NUMBER
        || column.hasBlanks()) {
      return false;
    }
    boolean named = KEY_NAME.matcher(name).matches() || KEY_SUFFIX.matcher(name).matches();
    boolean numbered = inferred.type() == ColumnType.INTEGER && column.isConsecutive();
    return (named || numbered) && distinct(name, column) == state.rows();
  }

  private long distinct(String name, TextState column) {
    DistinctCount count = column.distinct().count();
    return count.isExact() ? count.count() : exact.count(name);
  }

  private static SuggestedColumn suggested(
      String name, ColumnType type, Role role, InferredType inferred, List<String> notes) {
    ColumnSchema schema =
        new ColumnSchema(name, type, role, "", inferred.markers(), null, null, null, null);
    return new SuggestedColumn(schema, null, inferred.type(), inferred.markers(), notes);
  }

  private static List<String> markerNotes(List<String> markers, TextState column) {
    return markers.stream()
        .map(marker -> markerNote(marker, column.markers().getOrDefault(marker, 0L)))
        .toList();
  }

  private static String markerNote(String marker, long cells) {
    return String.format(
        Locale.ROOT,
        "'%s' in %,d %s seems to mean missing",
        marker,
        cells,
        cells == 1 ? "cell" : "cells");
  }

  private static ColumnSchema with(ColumnSchema column, List<String> missing) {
    return new ColumnSchema(
        column.name(),
        column.type(),
        column.role(),
        column.description(),
        missing,
        column.stripSuffix(),
        column.allowed(),
        column.min(),
        column.max());
  }
}
