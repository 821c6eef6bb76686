package io.winnow.core.step.impute.knn;

import io.winnow.core.scan.RowStep;
import io.winnow.core.split.TrainRows;

/**
 * Where fills from neighbours are computed. A table is scanned many times, and a search is dear, so
 * a job may compute them once and let the rows carry them.
 */
@FunctionalInterface
public interface KnnFills {

  /** Computes the fills of a row whenever it is filled; for tables in memory. */
  KnnFills ROW_BY_ROW =
      (train, before, imputer) ->
          new Filled(train, new KnnStep(imputer.fitted(), train.layout(), imputer));

  /**
   * Train rows as they were, and the step that fills them.
   *
   * @param train rows that carry their fills, if the step needs them to
   */
  record Filled(TrainRows train, KnnStep step) {}

  /**
   * Sees to the fills of a table.
   *
   * @param train rows before any step
   * @param before what happens to every row before it is filled
   * @param imputer the donors
   */
  Filled attach(TrainRows train, RowStep before, KnnImputer imputer);
}
