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

  /** The table as it is read: without derived columns, which stand behind the others. */
  public TableSchema source() {
    List<ColumnSchema> read = columns.stream().filter(column -> column.derived() == null).toList();
    return new TableSchema(table, description, trim, missing, read);
  }

  /** Names of all columns, in their declared order. */
  public List<String> names() {
    return columns.stream().map(ColumnSchema::name).toList();
  }
}
