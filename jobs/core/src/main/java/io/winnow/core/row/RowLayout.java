package io.winnow.core.row;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a {@link TypedRow} carries, and where: features, label, declared key, weight and
 * split column. Names are resolved to indices once; rows are never read by position in the file.
 *
 * @param numbers names of columns carried as numbers
 * @param texts names of columns carried as texts; a numeric one as it was written
 * @param time the textual column whose cells must be ISO dates or times, or null
 */
public record RowLayout(List<String> numbers, List<String> texts, @Nullable String time)
    implements Serializable {

  /** A layout without a textual column of times. */
  public RowLayout(List<String> numbers, List<String> texts) {
    this(numbers, texts, null);
  }

  /** The columns that a pipeline needs after reading. */
  public static RowLayout of(TableSchema table, LabelConfig label, SplitConfig split) {
    List<ColumnSchema> carried =
        table.columns().stream()
            .filter(
                column ->
                    column.role() == Role.FEATURE
                        || column.role() == Role.KEY
                        || column.role() == Role.WEIGHT
                        || column.name().equals(label.column())
                        || column.name().equals(split.column()))
            .toList();
    List<String> texts = names(carried, false);
    boolean timed = split.strategy() == SplitStrategy.TIME && texts.contains(split.column());
    return new RowLayout(names(carried, true), texts, timed ? split.column() : null);
  }

  private static List<String> names(List<ColumnSchema> columns, boolean numeric) {
    // A key is shown as it was written, so it is carried as text.
    return columns.stream()
        .filter(column -> (column.isNumeric() && column.role() != Role.KEY) == numeric)
        .map(ColumnSchema::name)
        .toList();
  }

  /** With more columns, where they are not carried yet: each as its type says. */
  public RowLayout with(TableSchema table, Collection<String> columns) {
    List<ColumnSchema> more =
        table.columns().stream().filter(column -> columns.contains(column.name())).toList();
    return new RowLayout(
        joined(numbers, names(more, true)), joined(texts, names(more, false)), time);
  }

  /** With more columns as texts, where they are not carried as such yet. */
  public RowLayout withTexts(Collection<String> columns) {
    return new RowLayout(numbers, joined(texts, columns), time);
  }

  private static List<String> joined(List<String> names, Collection<String> more) {
    List<String> joined = new ArrayList<>(names);
    more.stream().filter(name -> !names.contains(name)).forEach(joined::add);
    return List.copyOf(joined);
  }

  /** Index of a column that is carried as numbers, or -1. */
  public int number(String name) {
    return numbers.indexOf(name);
  }

  /** Index of a column that is carried as texts, or -1. */
  public int text(String name) {
    return texts.indexOf(name);
  }
}
