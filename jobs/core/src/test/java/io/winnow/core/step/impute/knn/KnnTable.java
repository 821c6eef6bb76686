package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.hash.Hash128;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables for the tests of this package. */
final class KnnTable {
  private KnnTable() {}

  /** A space of numbers that are compared and filled. */
  static KnnSpace numbers(double... scales) {
    List<KnnColumn> columns = new ArrayList<>();
    for (int c = 0; c < scales.length; c++) {
      columns.add(number("c%02d".formatted(c), Part.BOTH, scales[c], Double.NaN));
    }
    return new KnnSpace(columns);
  }

  static KnnColumn number(String name, Part part, double scale, double fallback) {
    return new KnnColumn(name, part, Measure.DIFFERENCE, scale, fallback);
  }

  static KnnColumn category(String name, Part part, int fallback) {
    return new KnnColumn(name, part, Measure.OVERLAP, 1, fallback);
  }

  /** Rows of a JSON array, null where a cell is missing; keys are the row numbers. */
  static Points points(KnnSpace space, JsonNode rows) {
    Points points = new Points(space);
    for (JsonNode row : rows) {
      points.add(row(row), new Hash128(0, points.size()));
    }
    return points;
  }

  static double[] row(JsonNode cells) {
    return IntStream.range(0, cells.size())
        .mapToDouble(c -> cells.get(c).isNull() ? Double.NaN : cells.get(c).doubleValue())
        .toArray();
  }

  static Points points(KnnSpace space, double[]... rows) {
    Points points = new Points(space);
    for (double[] row : rows) {
      points.add(row, new Hash128(0, points.size()));
    }
    return points;
  }

  /** Random rows with ties, rows that occur twice, and many missingness patterns. */
  static Points random(KnnSpace space, int size, double missing, long seed) {
    Random random = new Random(seed);
    Points points = new Points(space);
    double[] row = new double[space.size()];
    for (int i = 0; i < size; i++) {
      if (i % 10 != 9) {
        for (int c = 0; c < row.length; c++) {
          double number = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextGaussian();
          row[c] = space.isOverlap(c) ? random.nextInt(4) : number;
          row[c] = random.nextDouble() < missing ? Double.NaN : row[c];
        }
      }
      points.add(row, new Hash128(random.nextLong(), random.nextLong()));
    }
    return points;
  }

  /** A space of every kind of column. */
  static KnnSpace mixed() {
    List<KnnColumn> columns = new ArrayList<>();
    for (int c = 0; c < 6; c++) {
      columns.add(number("n" + c, Part.BOTH, 0.5 + c, 10 + c));
    }
    columns.add(number("compared", Part.DISTANCE, 2, Double.NaN));
    columns.add(number("filled", Part.TARGET, 1, -1));
    columns.add(category("k0", Part.BOTH, 2));
    columns.add(category("k1", Part.DISTANCE, 0));
    columns.add(category("k2", Part.TARGET, 3));
    return new KnnSpace(columns);
  }

  /** All fills, row after row. */
  static double[] fills(KnnSearch search, KnnSpace space, Points rows) {
    return IntStream.range(0, rows.size() * space.size())
        .mapToDouble(i -> search.fill(i / space.size(), i % space.size()))
        .toArray();
  }
}
