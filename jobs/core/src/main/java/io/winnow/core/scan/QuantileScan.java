package io.winnow.core.scan;

import io.winnow.core.row.TypedRow;
import io.winnow.core.statistics.OrderedKey;
import io.winnow.core.statistics.Quantiles;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact quantiles of numeric columns over their observed values, all columns together in two or
 * three scans. The one statistic of the steps that needs more than one scan.
 */
public final class QuantileScan {
  private QuantileScan() {}

  /**
   * Quantiles by column.
   *
   * @param columns indices of numeric columns
   * @param probabilities the same for every column
   * @return for each column its quantiles, or an empty array when it has no observed value
   */
  public static List<double[]> quantiles(Rows rows, int[] columns, double... probabilities) {
    List<double[]> quantiles = new ArrayList<>();
    if (columns.length == 0) {
      return quantiles;
    }
    RankSelection selection =
        new RankSelection(columns.length, (group, count) -> Quantiles.ranks(count, probabilities));
    while (!selection.done()) {
      selection.accept(rows.scan(new KeyState(columns, selection.nextPass())).pass);
    }
    for (int i = 0; i < columns.length; i++) {
      long count = selection.count(i);
      quantiles.add(
          count == 0 ? new double[0] : Quantiles.values(count, selection.keys(i), probabilities));
    }
    return quantiles;
  }

  private static final class KeyState implements RowState<KeyState> {
    private static final long serialVersionUID = 1L;

    private final int[] columns;
    private final RankSelection.Pass pass;

    KeyState(int[] columns, RankSelection.Pass pass) {
      this.columns = columns;
      this.pass = pass;
    }

    @Override
    public void add(TypedRow row) {
      for (int i = 0; i < columns.length; i++) {
        double value = row.numbers[columns[i]];
        if (!Double.isNaN(value)) {
          pass.add(i, OrderedKey.of(value));
        }
      }
    }

    @Override
    public void merge(KeyState other) {
      pass.merge(other.pass);
    }
  }
}
