package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns that a table should have, matched with those that it has by name.
 *
 * @param names in the order that they are wanted in
 * @param optional those that may be missing
 * @param isTrimmed whether blanks around the names that a table has do not count
 * @param reason who wants them, for messages
 */
record WantedColumns(List<String> names, Set<String> optional, boolean isTrimmed, String reason) {
  /** Position of an optional column that is not there. */
  static final int NONE = -1;

  /** Those that a schema declares. */
  static WantedColumns of(TableSchema table) {
    return new WantedColumns(
        table.names(), Set.of(), table.trim(), "schema '%s'".formatted(table.table()));
  }

  /** The same, where some may be missing. */
  WantedColumns allowing(List<String> missing) {
    return new WantedColumns(names, Set.copyOf(missing), isTrimmed, reason);
  }

  /**
   * Position of each wanted column among those found, or {@link #NONE}.
   *
   * @param where file or table, for the message
   * @throws WinnowException when one is not there
   */
  List<Integer> positions(String where, List<String> found) {
    List<String> shown = shown(found);
    List<Integer> positions = new ArrayList<>();
    for (String name : names) {
      int position = shown.indexOf(name);
      if (position < 0 && !optional.contains(name)) {
        throw WinnowException.usage(
            "%s: has no column '%s', which %s declares; it has %s"
                .formatted(where, name, reason, String.join(", ", shown)));
      }
      positions.add(position < 0 ? NONE : position);
    }
    return positions;
  }

  /** A warning for the columns found that nobody wants. */
  List<Warning> undeclared(String where, List<String> found) {
    Set<String> wanted = Set.copyOf(names);
    String undeclared =
        shown(found).stream()
            .filter(name -> !wanted.contains(name))
            .collect(Collectors.joining(", "));
    return undeclared.isEmpty()
        ? List.of()
        : List.of(
            new Warning(
                "UNDECLARED_COLUMN",
                "%s: left out since %s does not declare: %s".formatted(where, reason, undeclared)));
  }

  /** Names as they count. */
  private List<String> shown(List<String> found) {
    return found.stream().map(name -> isTrimmed ? name.strip() : name).toList();
  }
}
