package io.winnow.core.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A reader of CSV text, apart from any code under test: quotes doubled, no line breaks in cells.
 */
final class CsvText {
  private CsvText() {}

  static List<List<String>> rows(String text) {
    return text.lines().map(CsvText::cells).toList();
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
