package io.winnow.core.step.impute.knn;

import java.io.Serializable;

/**
 * How neighbours become a fill.
 *
 * @param k neighbours wanted; all of them when there are fewer
 */
public record KnnParameters(int k, NeighbourWeights weights) implements Serializable {

  /** Refuses a k below 1. */
  public KnnParameters {
    if (k < 1) {
      throw new IllegalArgumentException("k = " + k + " neighbours; at least 1 is needed");
    }
  }
}
