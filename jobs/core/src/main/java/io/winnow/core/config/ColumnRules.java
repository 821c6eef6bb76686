package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;

/**
 * Looks up the columns that a pipeline file names, and words what is wrong with them.
 *
 * @param file the pipeline file, for messages
 */
record ColumnRules(String file, TableSchema table) {

  /** A column that is a feature. */
  ColumnSchema feature(String key, String name) {
    ColumnSchema column = declared(key, name);
    if (column.role() != Role.FEATURE) {
      throw refused(
          key, name, "has role %s; only features are treated".formatted(shown(column.role())));
    }
    return column;
  }

  /** A column of the schema. */
  ColumnSchema declared(String key, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                refused(
                    key,
                    name,
                    "is not a column of the schema; it has " + String.join(", ", table.names())));
  }

  /** What is wrong with a value of a key. */
  WinnowException refused(String key, Object value, String why) {
    return WinnowException.usage("%s: %s: '%s' %s".formatted(file, key, shown(value), why));
  }

  private static Object shown(Object value) {
    return value instanceof Enum<?> ? Json.MAPPER.valueToTree(value).asText() : value;
  }
}
