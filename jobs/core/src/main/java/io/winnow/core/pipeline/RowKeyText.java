package io.winnow.core.pipeline;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The key of a row as prepared data shows it: the declared key columns, several joined by {@code
 * |}, or else the 32 hexadecimal digits of the row's hash.
 */
public final class RowKeyText {
  private final int[] columns;

  /** Finds the declared key columns of a table. */
  public RowKeyText(TableSchema table, RowLayout layout) {
    columns =
        table.columns().stream()
            .filter(column -> column.role() == Role.KEY)
            .map(ColumnSchema::name)
            .mapToInt(layout::text)
            .toArray();
  }

  /** The key of one row. */
  public String of(TypedRow row) {
    return switch (columns.length) {
      case 0 -> row.key.toHex();
      case 1 -> String.valueOf(row.texts[columns[0]]);
      default ->
          Arrays.stream(columns)
              .mapToObj(column -> String.valueOf(row.texts[column]))
              .collect(Collectors.joining("|"));
    };
  }
}
