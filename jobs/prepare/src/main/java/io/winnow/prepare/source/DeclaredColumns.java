package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** Matches the columns that a file has with those that the schema declares, by name. */
final class DeclaredColumns {
  private DeclaredColumns() {}

  /**
   * Position in the file of each declared column.
   *
   * @param names column names of the file
   * @throws WinnowException when one is not there
   */
  static List<Integer> positions(String file, List<String> names, TableSchema table) {
    List<String> found = names.stream().map(name -> table.trim() ? name.strip() : name).toList();
    List<Integer> positions = new ArrayList<>();
    for (String declared : table.names()) {
      int position = found.indexOf(declared);
      if (position < 0) {
        throw WinnowException.usage(
            "%s: has no column '%s', which schema '%s' declares; it has %s"
                .formatted(file, declared, table.table(), String.join(", ", found)));
      }
      positions.add(position);
    }
    return positions;
  }

  /** A warning for the columns of the file that no schema declares. */
  static List<Warning> undeclared(String file, List<String> names, TableSchema table) {
    List<String> undeclared =
        names.stream()
            .map(name -> table.trim() ? name.strip() : name)
            .filter(name -> table.column(name).isEmpty())
            .toList();
    if (undeclared.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Warning(
            "UNDECLARED_COLUMN",
            "%s: left out since schema '%s' does not declare: %s"
                .formatted(file, table.table(), String.join(", ", undeclared))));
  }
}
