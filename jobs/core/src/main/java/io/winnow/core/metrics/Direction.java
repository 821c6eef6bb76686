package io.winnow.core.metrics;

/** Whether a metric is better when it is larger or when it is smaller. */
public enum Direction {
  /** For shares such as the accuracy. */
  HIGHER_IS_BETTER {
    @Override
    double gain(double candidate, double best) {
      return candidate - best;
    }
  },
  /** For losses and errors. */
  LOWER_IS_BETTER {
    @Override
    double gain(double candidate, double best) {
      return best - candidate;
    }
  };

  /**
   * Whether the candidate is better than the best so far by more than minDelta. NaN improves
   * nothing, and any number improves on NaN.
   */
  public boolean improves(double candidate, double best, double minDelta) {
    return !Double.isNaN(candidate) && (Double.isNaN(best) || gain(candidate, best) > minDelta);
  }

  abstract double gain(double candidate, double best);
}
