package io.winnow.core.metrics;

import java.io.Serial;
import java.io.Serializable;

/**
 * How one class was predicted. A ratio whose denominator is 0 is 0.
 *
 * @param precision share of the rows predicted as this class that are of it
 * @param recall share of the rows of this class that were predicted as it
 * @param f1 harmonic mean of precision and recall: 2·hits / (predicted + support)
 * @param support rows of this class
 */
public record PerClass(double precision, double recall, double f1, long support)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** From the rows that are both, those predicted as the class, and those of the class. */
  static PerClass of(long hits, long predicted, long support) {
    return new PerClass(
        ratio(hits, predicted),
        ratio(hits, support),
        ratio(2 * hits, predicted + support),
        support);
  }

  private static double ratio(long numerator, long denominator) {
    return denominator == 0 ? 0 : (double) numerator / denominator;
  }
}
