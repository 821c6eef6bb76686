package io.winnow.core.profile;

import io.winnow.core.schema.ColumnType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a textual column look like.
 *
 * <ul>
 *   <li>integer or number: every cell is one, known missing markers and one spoilt cell in 200
 *       aside; digits that stand for no quantity (a zero before them, or more of them than a double
 *       holds) are no numbers;
 *   <li>category: at most {@value #MOST_CATEGORIES} different values, each of which occurs twice on
 *       average;
 *   <li>text: all else.
 * </ul>
 *
 * @param type null where no cell holds a value
 * @param markers texts that mean missing: in a numeric column every known marker, elsewhere those
 *     that fill at least one cell in a hundred, but for the word none, which is mostly a value
 */
record InferredType(@Nullable ColumnType type, List<String> markers) {
  private static final int MOST_CATEGORIES = 1000;
  private static final double MOST_SPOILT = 0.005;
  private static final double FREQUENT = 0.01;

  static InferredType of(TextState column) {
    List<String> markers = List.copyOf(column.markers().keySet());
    long values = column.observed() - column.marked();
    if (values == 0) {
      return new InferredType(null, markers);
    }
    if (values - column.numbers() <= MOST_SPOILT * values && column.codes() == 0) {
      ColumnType numeric =
          column.whole() == column.numbers() ? ColumnType.INTEGER : ColumnType.NUMBER;
      return new InferredType(numeric, markers);
    }
    List<String> frequent =
        column.markers().entrySet().stream()
            .filter(marker -> !marker.getKey().equalsIgnoreCase("none"))
            .filter(marker -> marker.getValue() >= FREQUENT * column.observed())
            .map(Map.Entry::getKey)
            .toList();
    long distinct = column.distinct().count().count() - frequent.size();
    boolean repeats = distinct <= MOST_CATEGORIES && 2 * distinct <= values;
    return new InferredType(repeats ? ColumnType.CATEGORY : ColumnType.TEXT, frequent);
  }

  boolean isNumeric() {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }
}
