package io.winnow.core.dedup;

/**
 * How well found pairs agree with the true ones.
 *
 * @param gold true pairs
 * @param found pairs of rows in one cluster
 * @param both pairs that are in both
 */
public record PairScore(long gold, long found, long both) {

  /** True pairs among those found; 0 if none was found. */
  public double precision() {
    return found == 0 ? 0 : (double) both / found;
  }

  /** Pairs found among the true ones; 0 if there are none. */
  public double recall() {
    return gold == 0 ? 0 : (double) both / gold;
  }

  /** Harmonic mean of precision and recall: 2 · both / (gold + found). */
  public double f1() {
    return gold + found == 0 ? 0 : 2.0 * both / (gold + found);
  }
}
