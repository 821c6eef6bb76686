package io.winnow.core.step.impute.knn;

import java.io.Serializable;

/**
 * One column of a {@link KnnSpace}.
 *
 * @param scale what differences are divided by: the standard deviation in train, or 1
 * @param fallback what fills a cell of a row that no donor has a distance to: the mean of train, or
 *     the number of its most frequent category
 */
public record KnnColumn(String name, Part part, Measure measure, double scale, double fallback)
    implements Serializable {

  /** Refuses a scale that is not a positive number. */
  public KnnColumn {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "column '%s': scale %s is not a positive number".formatted(name, scale));
    }
  }

  boolean isCompared() {
    return part != Part.TARGET;
  }

  boolean isFilled() {
    return part != Part.DISTANCE;
  }
}
