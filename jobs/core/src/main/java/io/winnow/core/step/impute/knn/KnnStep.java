package io.winnow.core.step.impute.knn;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.RowStep;
import org.jspecify.annotations.Nullable;

/**
 * Fills missing cells from neighbours: with the fills that a row carries, else with those of a
 * search. It stands before every other imputation, so that only observed cells are compared.
 */
public final class KnnStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final KnnSpace space;
  private final PointReader reader;
  private final @Nullable KnnImputer imputer;

  /**
   * A step for rows of that layout.
   *
   * @param imputer null when every row that lacks a cell carries its fills
   */
  public KnnStep(FittedKnn fitted, RowLayout layout, @Nullable KnnImputer imputer) {
    space = fitted.space();
    reader = new PointReader(space, fitted.categories(), layout);
    this.imputer = imputer;
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    if (!reader.lacks(row)) {
      return true;
    }
    double[] fills = fills(row);
    int next = 0;
    for (int column : space.filled()) {
      if (reader.isMissing(row, column)) {
        reader.fill(row, column, fills[next++]);
        effects.count(Effect.IMPUTED, space.column(column).name());
      }
    }
    return true;
  }

  private double[] fills(TypedRow row) {
    if (row.fills != null) {
      return row.fills;
    }
    if (imputer == null) {
      throw new IllegalStateException(
          "row %s lacks a cell that neighbours fill, and there are no donors to search"
              .formatted(row.key.toHex()));
    }
    return imputer.fills(reader.point(row));
  }
}
