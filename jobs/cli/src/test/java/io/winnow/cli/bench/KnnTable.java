package io.winnow.cli.bench;

import io.winnow.core.hash.Hash128;
import io.winnow.core.step.impute.knn.KnnColumn;
import io.winnow.core.step.impute.knn.KnnSpace;
import io.winnow.core.step.impute.knn.Measure;
import io.winnow.core.step.impute.knn.Part;
import io.winnow.core.step.impute.knn.Points;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A table of independent normal columns, the hardest kind: no structure that a search could use.
 *
 * @param incomplete share of the rows that may lack cells
 * @param missing share of their cells that are missing
 */
record KnnTable(int rows, int columns, double incomplete, double missing) {

  KnnSpace space() {
    return new KnnSpace(
        IntStream.range(0, columns)
            .mapToObj(c -> new KnnColumn("c%02d".formatted(c), Part.BOTH, Measure.DIFFERENCE, 1, 0))
            .toList());
  }

  Points points() {
    Random random = new Random(1);
    Points points = new Points(space());
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      boolean lacks = random.nextDouble() < incomplete;
      for (int c = 0; c < columns; c++) {
        double cell = random.nextGaussian();
        row[c] = lacks && random.nextDouble() < missing ? Double.NaN : cell;
      }
      points.add(row, new Hash128(random.nextLong(), i));
    }
    return points;
  }
}
