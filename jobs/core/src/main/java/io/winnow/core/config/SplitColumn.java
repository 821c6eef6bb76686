package io.winnow.core.config;

import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * A given split often comes as a column joined to a table whose schema does not know it, so the
 * column that {@code split.column} names is declared where the schema does not.
 */
final class SplitColumn {
  private static final List<String> SPLITS = List.of("train", "validation", "val", "test");

  private SplitColumn() {}

  /** The schema, with the split column as its last one if it was not declared. */
  static TableSchema declaredIn(TableSchema table, SplitConfig split) {
    String name = split.column();
    if (name == null
        || split.strategy() != SplitStrategy.COLUMN
        || table.column(name).isPresent()) {
      return table;
    }
    List<ColumnSchema> columns = new ArrayList<>(table.columns());
    columns.add(
        new ColumnSchema(
            name, ColumnType.CATEGORY, Role.IGNORE, "", List.of(), null, SPLITS, null, null));
    return new TableSchema(
        table.table(), table.description(), table.trim(), table.missing(), columns);
  }
}
