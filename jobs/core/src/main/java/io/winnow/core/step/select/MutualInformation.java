package io.winnow.core.step.select;

import java.util.List;

/**
 * What one variable tells of another: Σ p(x, y) · ln(p(x, y) / (p(x) · p(y))) over the cells of a
 * contingency table, in nats.
 */
public final class MutualInformation {
  private MutualInformation() {}

  /**
   * The mutual information of a table of counts; 0 of an empty one.
   *
   * @param table for each value of one variable, the counts of the values of the other; all of one
   *     length
   */
  public static double of(List<long[]> table) {
    long[] columns = new long[table.isEmpty() ? 0 : table.get(0).length];
    long all = 0;
    for (long[] counts : table) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] += counts[i];
        all += counts[i];
      }
    }
    double information = 0;
    for (long[] counts : table) {
      long row = 0;
      for (long count : counts) {
        row += count;
      }
      for (int i = 0; i < columns.length; i++) {
        if (counts[i] > 0) {
          double together = (double) counts[i] / row;
          double alone = (double) columns[i] / all;
          information += (double) counts[i] / all * StrictMath.log(together / alone);
        }
      }
    }
    return Math.max(0, information);
  }
}
