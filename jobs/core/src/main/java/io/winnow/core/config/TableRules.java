package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.HashSet;
import java.util.Set;

/** What a JSON Schema cannot say of a table schema. */
final class TableRules {
  private TableRules() {}

  static void check(String file, TableSchema table) {
    Set<String> names = new HashSet<>();
    for (ColumnSchema column : table.columns()) {
      if (!names.add(column.name())) {
        throw WinnowException.usage(
            "%s: column '%s' is declared twice; remove one".formatted(file, column.name()));
      }
      checkColumn(file, column);
    }
  }

  private static void checkColumn(String file, ColumnSchema column) {
    if (column.type() == ColumnType.TEXT && column.role() == Role.FEATURE) {
      throw refused(
          file, column, "type text cannot be a feature; use type category or role ignore");
    }
    if (column.type() == ColumnType.DATE && column.role() == Role.FEATURE) {
      throw refused(
          file, column, "type date cannot be a feature; use role ignore and derive its parts");
    }
    if (column.isNumeric() && column.allowed() != null) {
      throw refused(file, column, "'allowed' is for type category; use min and max");
    }
    if (!column.isNumeric() && (column.min() != null || column.max() != null)) {
      throw refused(file, column, "min and max are for numeric columns; use 'allowed'");
    }
    Double min = column.min();
    Double max = column.max();
    if (min != null && max != null && min > max) {
      throw refused(file, column, "min %s is above max %s".formatted(min, max));
    }
  }

  private static WinnowException refused(String file, ColumnSchema column, String why) {
    return WinnowException.usage("%s: column '%s': %s".formatted(file, column.name(), why));
  }
}
