package io.winnow.core.step.outlier;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowStep;

/** Turns the values of columns into their absolute deviations from a center. */
final class DeviationStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final int[] columns;
  private final double[] centers;

  DeviationStep(int[] columns, double[] centers) {
    this.columns = columns;
    this.centers = centers;
  }

  @Override
  public void apply(RowBatch batch, CellEffects effects) {
    for (int i = 0; i < columns.length; i++) {
      double[] values = batch.numbers(columns[i]);
      for (int row = 0; row < batch.size(); row++) {
        values[row] = Math.abs(values[row] - centers[i]);
      }
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(columns, new int[0]);
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    for (int i = 0; i < columns.length; i++) {
      row.numbers[columns[i]] = Math.abs(row.numbers[columns[i]] - centers[i]);
    }
    return true;
  }
}
