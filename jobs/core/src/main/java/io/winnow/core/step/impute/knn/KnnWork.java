package io.winnow.core.step.impute.knn;

/**
 * What a search costs: every receiver is compared with every donor in every column of the distance.
 * Blocks that are left out and rows that occur twice only make it less.
 *
 * @param receivers rows that lack cells
 * @param donors rows that they are compared with
 * @param dimensions columns of the distance
 */
public record KnnWork(long receivers, long donors, int dimensions) {

  /** Pairs of rows times columns. */
  public double pairDimensions() {
    return (double) receivers * donors * dimensions;
  }

  /**
   * Seconds that it should take.
   *
   * @param nanos for one pair and column on one thread, as {@link #nanos} measures it
   */
  public double seconds(double nanos, int threads) {
    return pairDimensions() * nanos * 1e-9 / threads;
  }

  /** How many donors may be searched so that the work stays within the limit. */
  public long donorsWithin(double limit) {
    double each = Math.max(1, (double) receivers * dimensions);
    return Math.max(1, Math.min(donors, (long) Math.floor(limit / each)));
  }

  /**
   * Measures the nanoseconds for one pair and column: a search of some of the rows, once to warm up
   * and once by the clock.
   *
   * @param rows that lack cells; the more of them, the nearer the figure
   */
  public static double nanos(KnnSpace space, KnnParameters parameters, Points rows, Donors donors) {
    KnnSearch.of(space, parameters, rows).visit(donors);
    KnnSearch search = KnnSearch.of(space, parameters, rows);
    long start = System.nanoTime();
    search.visit(donors);
    long nanos = System.nanoTime() - start;
    KnnWork done = new KnnWork(search.searched(), donors.size(), space.dimensions());
    return nanos / Math.max(1, done.pairDimensions());
  }
}
