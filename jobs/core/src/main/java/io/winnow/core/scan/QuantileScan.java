package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.statistics.OrderedKey;
import io.winnow.core.statistics.Quantiles;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exact quantiles of numeric columns over their observed values, all columns together in two or
 * three scans. The one statistic of the steps that needs more than one scan.
 */
public final class QuantileScan {
  private QuantileScan() {}

  /**
   * What is learnt in common scans.
   *
   * @param quantiles for each column its quantiles, or an empty array when it has no observed value
   * @param state what another state has learnt in the first of the scans
   */
  public record Learnt<S>(List<double[]> quantiles, S state) {}

  /**
   * Quantiles by column.
   *
   * @param columns indices of numeric columns
   * @param probabilities the same for every column
   * @return for each column its quantiles, or an empty array when it has no observed value
   */
  public static List<double[]> quantiles(Rows rows, int[] columns, double... probabilities) {
    double[][] each = new double[columns.length][];
    Arrays.fill(each, probabilities);
    return quantiles(rows, columns, each);
  }

  /**
   * Quantiles by column.
   *
   * @param columns indices of numeric columns
   * @param probabilities of each column its own
   * @return for each column its quantiles, or an empty array when it has no observed value
   */
  public static List<double[]> quantiles(Rows rows, int[] columns, double[][] probabilities) {
    if (columns.length == 0) {
      return List.of();
    }
    RankSelection selection = selection(probabilities);
    return finished(rows, columns, selection, probabilities);
  }

  /**
   * Quantiles by column, and another state that sees the rows in the first of the scans, so that it
   * costs no scan of its own.
   *
   * @param columns indices of numeric columns; may be none
   * @param probabilities of each column its own
   * @param zero the empty other state
   */
  public static <S extends RowState<S>> Learnt<S> quantiles(
      Rows rows, int[] columns, double[][] probabilities, S zero) {
    if (columns.length == 0) {
      return new Learnt<>(List.of(), rows.scan(zero));
    }
    RankSelection selection = selection(probabilities);
    Joined<KeyState, S> first =
        rows.scan(new Joined<>(new KeyState(columns, selection.nextPass()), zero));
    selection.accept(first.left().pass);
    return new Learnt<>(finished(rows, columns, selection, probabilities), first.right());
  }

  private static RankSelection selection(double[][] probabilities) {
    return new RankSelection(
        probabilities.length, (group, count) -> Quantiles.ranks(count, probabilities[group]));
  }

  private static List<double[]> finished(
      Rows rows, int[] columns, RankSelection selection, double[][] probabilities) {
    while (!selection.done()) {
      selection.accept(rows.scan(new KeyState(columns, selection.nextPass())).pass);
    }
    List<double[]> quantiles = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      long count = selection.count(i);
      quantiles.add(
          count == 0
              ? new double[0]
              : Quantiles.values(count, selection.keys(i), probabilities[i]));
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
    public void add(RowBatch batch) {
      for (int i = 0; i < columns.length; i++) {
        pass.add(i, batch.numbers(columns[i]), batch.size());
      }
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return ColumnSet.of(columns, new int[0]);
    }

    @Override
    public void merge(KeyState other) {
      pass.merge(other.pass);
    }
  }
}
