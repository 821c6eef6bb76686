package io.winnow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A CSV file whose cells a test changes. */
final class CsvTable {
  private final List<List<String>> lines;

  private CsvTable(List<List<String>> lines) {
    this.lines = lines;
  }

  static CsvTable read(Path file) {
    return new CsvTable(Cli.read(file).lines().map(CsvTable::cells).collect(Collectors.toList()));
  }

  /** Only the first rows. */
  CsvTable first(int rows) {
    return new CsvTable(lines.subList(0, rows + 1));
  }

  /** The same with other cells in a column. */
  CsvTable with(String column, UnaryOperator<String> change) {
    return with(column, 0, lines.size() - 1, change);
  }

  /** The same with other cells in some rows of a column. */
  CsvTable with(String column, int fromRow, int toRow, UnaryOperator<String> change) {
    int position = lines.get(0).indexOf(column);
    List<List<String>> changed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = new ArrayList<>(lines.get(i));
      if (i > fromRow && i <= toRow) {
        cells.set(position, change.apply(cells.get(position)));
      }
      changed.add(cells);
    }
    return new CsvTable(changed);
  }

  /** The same with another name of a column. */
  CsvTable renamed(String column, String name) {
    List<List<String>> changed = new ArrayList<>(lines);
    changed.set(0, lines.get(0).stream().map(each -> each.equals(column) ? name : each).toList());
    return new CsvTable(changed);
  }

  Path write(Path file) {
    String text =
        lines.stream()
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
