package io.winnow.core.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table schemas of the tests. */
public final class Tables {
  private Tables() {}

  /** A table that trims and has the marker {@code ?} in every column. */
  public static TableSchema of(ColumnSchema... columns) {
    return new TableSchema("t", "", true, List.of("?"), List.of(columns));
  }

  /** The same table with blanks kept. */
  public static TableSchema untrimmed(TableSchema table) {
    return new TableSchema("t", "", false, table.missing(), table.columns());
  }

  /** A feature. */
  public static ColumnSchema column(String name, ColumnType type) {
    return column(name, type, Role.FEATURE);
  }

  /** A column without rules. */
  public static ColumnSchema column(String name, ColumnType type, Role role) {
    return new ColumnSchema(name, type, role, "", List.of(), null, null, null, null);
  }

  /** A feature with markers of its own and a suffix. */
  public static ColumnSchema marked(
      String name, ColumnType type, @Nullable String stripSuffix, String... missing) {
    return new ColumnSchema(
        name, type, Role.FEATURE, "", List.of(missing), stripSuffix, null, null, null);
  }

  /** A numeric feature with bounds. */
  public static ColumnSchema bounded(
      String name, ColumnType type, @Nullable Double min, @Nullable Double max) {
    return new ColumnSchema(name, type, Role.FEATURE, "", List.of(), null, null, min, max);
  }

  /** A category of the given texts only. */
  public static ColumnSchema allowing(String name, Role role, String... allowed) {
    return new ColumnSchema(
        name, ColumnType.CATEGORY, role, "", List.of(), null, List.of(allowed), null, null);
  }
}
