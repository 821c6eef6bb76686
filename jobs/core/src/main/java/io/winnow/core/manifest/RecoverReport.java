package io.winnow.core.manifest;

import java.util.List;
import java.util.Map;

/**
 * How well strategies of imputation recover cells of train that were hidden from them.
 *
 * @param share of the observed cells that was hidden
 * @param rows that cells were hidden in and compared
 * @param margin within which the simpler strategy is chosen
 * @param columns in the order of the table schema
 */
public record RecoverReport(double share, long rows, double margin, List<RecoveredColumn> columns) {

  /**
   * How well one column is recovered.
   *
   * @param measure {@code nrmse}, the root of the mean squared error over the standard deviation of
   *     the hidden values, or {@code accuracy}, the share of the hidden categories that are
   *     recovered
   * @param cells hidden and compared
   * @param scores by strategy, the simplest first; none when nothing can be measured
   * @param strategy that fills the column
   */
  public record RecoveredColumn(
      String column, String measure, long cells, Map<String, Double> scores, String strategy) {}
}
