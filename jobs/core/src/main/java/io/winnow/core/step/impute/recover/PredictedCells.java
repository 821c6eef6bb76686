package io.winnow.core.step.impute.recover;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.impute.regression.RegressionStep;
import java.util.List;

/**
 * Rows with hidden cells as regression fills them.
 *
 * @param fitted without the hidden cells
 */
record PredictedCells(FittedRegression fitted, List<TypedRow> rows) {

  /** Fills the cells that fresh rows lack. */
  static PredictedCells of(FittedRegression fitted, RowLayout layout, List<TypedRow> rows) {
    RegressionStep step = new RegressionStep(fitted, layout);
    CellEffects ignored = new CellEffects();
    for (TypedRow row : rows) {
      double[] predicted = step.predict(row);
      if (predicted != null) {
        step.fill(row, predicted, ignored);
      }
    }
    return new PredictedCells(fitted, rows);
  }

  /** Whether a column was predicted. */
  boolean has(String name) {
    return fitted.targets().containsKey(name);
  }

  double number(int row, int column) {
    return rows.get(row).numbers[column];
  }

  String category(int row, int column) {
    return String.valueOf(rows.get(row).texts[column]);
  }
}
