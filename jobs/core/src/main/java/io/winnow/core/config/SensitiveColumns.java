package io.winnow.core.config;

import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.List;

/** A column that the pipeline drops has role sensitive, so that no step can use it. */
final class SensitiveColumns {
  private SensitiveColumns() {}

  /** The schema, with role sensitive for every column that is dropped. */
  static TableSchema declaredIn(TableSchema table, SensitiveConfig sensitive) {
    List<ColumnSchema> columns =
        table.columns().stream().map(column -> declared(column, sensitive)).toList();
    return new TableSchema(
        table.table(), table.description(), table.trim(), table.missing(), columns);
  }

  private static ColumnSchema declared(ColumnSchema column, SensitiveConfig sensitive) {
    SensitiveConfig.Column rule = sensitive.columns().get(column.name());
    if (rule == null || rule.action() != SensitiveConfig.Action.DROP) {
      return column;
    }
    return new ColumnSchema(
        column.name(),
        column.type(),
        Role.SENSITIVE,
        column.description(),
        column.missing(),
        column.stripSuffix(),
        column.allowed(),
        column.min(),
        column.max());
  }
}
