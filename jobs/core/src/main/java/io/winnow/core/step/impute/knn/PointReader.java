package io.winnow.core.step.impute.knn;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes points of rows, and cells of fills. Columns are looked up by name once. */
public final class PointReader implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A category that no donor has: it differs from all. */
  private static final double UNSEEN = -1;

  private final KnnSpace space;
  private final int[] columns;
  private final List<List<String>> categories = new ArrayList<>();
  private final List<Map<String, Double>> numbersOf = new ArrayList<>();

  /**
   * A reader of rows of that layout.
   *
   * @param categories of the columns compared by overlap
   */
  public PointReader(KnnSpace space, Map<String, List<String>> categories, RowLayout layout) {
    this.space = space;
    columns = new int[space.size()];
    for (int c = 0; c < columns.length; c++) {
      String name = space.column(c).name();
      columns[c] = space.isOverlap(c) ? layout.text(name) : layout.number(name);
      List<String> texts = categories.getOrDefault(name, List.of());
      Map<String, Double> numbers = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        numbers.put(texts.get(i), (double) i);
      }
      this.categories.add(texts);
      numbersOf.add(numbers);
    }
  }

  /** The row as a point. */
  public double[] point(TypedRow row) {
    double[] point = new double[columns.length];
    for (int c = 0; c < point.length; c++) {
      point[c] = space.isOverlap(c) ? category(c, row) : row.numbers[columns[c]];
    }
    return point;
  }

  private double category(int column, TypedRow row) {
    String text = row.texts[columns[column]];
    return text == null ? Double.NaN : numbersOf.get(column).getOrDefault(text, UNSEEN);
  }

  /** Whether the row lacks a cell that neighbours fill. */
  public boolean lacks(TypedRow row) {
    for (int c : space.filled()) {
      if (isMissing(row, c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the row lacks the cell of a column of the space. */
  public boolean isMissing(TypedRow row, int column) {
    return space.isOverlap(column)
        ? row.texts[columns[column]] == null
        : Double.isNaN(row.numbers[columns[column]]);
  }

  /** Puts a fill into its cell. */
  public void fill(TypedRow row, int column, double fill) {
    if (space.isOverlap(column)) {
      row.texts[columns[column]] = categories.get(column).get((int) fill);
    } else {
      row.numbers[columns[column]] = fill;
    }
  }
}
