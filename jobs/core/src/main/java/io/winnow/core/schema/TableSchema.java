package io.winnow.core.schema;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The declared columns of a raw table.
 *
 * @param trim whether blanks around cells and header names are taken off
 * @param missing texts that mean missing in every column
 */
public record TableSchema(
    String table,
    String description,
    boolean trim,
    List<String> missing,
    List<ColumnSchema> columns)
    implements Serializable {

  /** The column of that name, if declared. */
  public Optional<ColumnSchema> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Names of all columns, in their declared order. */
  public List<String> names() {
    return columns.stream().map(ColumnSchema::name).toList();
  }
}
