package io.winnow.network.plan;

import java.util.function.IntPredicate;

/**
 * The largest batch that fits, by doubling and then bisection. What it returns was itself found to
 * fit, and the next larger batch was not, so a dent in the memory's growth could hide a larger one
 * but never yields one that does not fit.
 */
final class BatchSearch {
  /** No larger batch is tried. */
  static final int LIMIT = 1 << 20;

  private BatchSearch() {}

  /** The largest batch up to {@link #LIMIT}, or 0 where not even 1 fits. */
  static int largest(IntPredicate fits) {
    int fitting = 0;
    int beyond = 1;
    while (beyond <= LIMIT && fits.test(beyond)) {
      fitting = beyond;
      beyond *= 2;
    }
    if (fitting == LIMIT) {
      return LIMIT;
    }
    while (beyond - fitting > 1) {
      int middle = (fitting + beyond) >>> 1;
      if (fits.test(middle)) {
        fitting = middle;
      } else {
        beyond = middle;
      }
    }
    return fitting;
  }
}
