package io.winnow.core.step.impute.knn;

import java.io.Serializable;

/**
 * How well a sample of donors stands for all of them, measured on some train rows that lack cells.
 *
 * @param rows searched for among the sample and among all donors
 * @param recall share of the true k nearest that the sample holds, over all missing cells
 * @param numberError root of the mean squared difference between the fill from the sample and the
 *     exact one, in units of the column's scale; 0 without numbers to fill
 * @param categoryError share of categories filled otherwise; 0 without categories to fill
 */
public record SampleQuality(int rows, double recall, double numberError, double categoryError)
    implements Serializable {

  /** Compares two searches of the same rows, of which one has seen all donors. */
  static SampleQuality of(KnnSpace space, int rows, KnnSearch exact, KnnSearch sampled) {
    long neighbours = 0;
    long held = 0;
    int numbers = 0;
    double squares = 0;
    int categories = 0;
    int different = 0;
    for (int row = 0; row < rows; row++) {
      for (int column : space.filled()) {
        double fill = exact.fill(row, column);
        if (Double.isNaN(fill)) {
          continue;
        }
        neighbours += exact.neighbours(row, column).length;
        held += exact.shared(sampled, row, column);
        double difference = sampled.fill(row, column) - fill;
        if (space.isOverlap(column)) {
          categories++;
          different += difference == 0 ? 0 : 1;
        } else {
          numbers++;
          squares += Math.pow(difference * space.inverseScale(column), 2);
        }
      }
    }
    return new SampleQuality(
        rows,
        neighbours == 0 ? 1 : (double) held / neighbours,
        numbers == 0 ? 0 : Math.sqrt(squares / numbers),
        categories == 0 ? 0 : (double) different / categories);
  }
}
