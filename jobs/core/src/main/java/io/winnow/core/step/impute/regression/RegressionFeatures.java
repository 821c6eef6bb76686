package io.winnow.core.step.impute.regression;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which features are predicted from which.
 *
 * @param targets features to predict
 * @param numeric all numeric features
 * @param categorical all categorical features
 */
public record RegressionFeatures(
    Set<String> targets, List<String> numeric, List<String> categorical) {

  /** Copies the names. */
  public RegressionFeatures {
    targets = Set.copyOf(targets);
    numeric = List.copyOf(numeric);
    categorical = List.copyOf(categorical);
  }

  /** Those that something may be predicted from. */
  public List<String> predictors(RegressionConfig config) {
    return Stream.concat(numeric.stream(), categorical.stream())
        .filter(name -> isPredictor(name, config))
        .toList();
  }

  /** Those of some features that are predicted or predict, in the order of their names. */
  List<String> used(List<String> names, RegressionConfig config) {
    return names.stream()
        .filter(name -> targets.contains(name) || isPredictor(name, config))
        .sorted()
        .toList();
  }

  boolean isPredictor(String name, RegressionConfig config) {
    List<String> columns = config.columns();
    if (columns != null) {
      return columns.contains(name);
    }
    return switch (config.features()) {
      case NUMERIC -> numeric.contains(name);
      case ALL -> true;
    };
  }
}
