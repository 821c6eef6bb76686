package io.winnow.core.step.impute.regression;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What imputation by regression has learnt: enough to predict a cell with pencil and paper.
 *
 * @param deterministic false: a library fitted it with the linear algebra of its machine; machines
 *     of one kind agree bit for bit, others to about 1e-9 of its size
 * @param predictors by column; columns that train shows to be constant or empty are none
 * @param targets by column; a column is no predictor of itself
 */
public record FittedRegression(
    boolean deterministic, Map<String, Predictor> predictors, Map<String, Target> targets)
    implements Serializable {

  /** Sorts the columns by name. */
  public FittedRegression {
    predictors = new TreeMap<>(predictors);
    targets = new TreeMap<>(targets);
  }

  /** Every column that predicts or is predicted; one that does both twice. */
  Stream<String> columns() {
    return Stream.concat(predictors.keySet().stream(), targets.keySet().stream());
  }
}
