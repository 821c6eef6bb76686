package io.winnow.core.step.impute.knn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which features a space is made of.
 *
 * @param targets features to fill
 * @param numeric all numeric features
 * @param categorical all categorical features
 */
public record KnnFeatures(Set<String> targets, List<String> numeric, List<String> categorical) {

  /** Copies the names. */
  public KnnFeatures {
    targets = Set.copyOf(targets);
    numeric = List.copyOf(numeric);
    categorical = List.copyOf(categorical);
  }

  /** Those of them that are compared or filled. */
  KnnFeatures used(KnnConfig config) {
    return new KnnFeatures(
        targets,
        numeric.stream().filter(name -> isTarget(name) || isCompared(name, config)).toList(),
        categorical.stream().filter(name -> isTarget(name) || isCompared(name, config)).toList());
  }

  /** Those in the distance. */
  public List<String> compared(KnnConfig config) {
    return Stream.concat(numeric.stream(), categorical.stream())
        .filter(name -> isCompared(name, config))
        .toList();
  }

  Part part(String name, KnnConfig config) {
    if (!isTarget(name)) {
      return Part.DISTANCE;
    }
    return isCompared(name, config) ? Part.BOTH : Part.TARGET;
  }

  boolean isTarget(String name) {
    return targets.contains(name);
  }

  private boolean isCompared(String name, KnnConfig config) {
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
