package io.winnow.core.dedup;

import java.util.List;

/**
 * Chooses the banding that finds the pairs at the threshold with a recall of {@value #RECALL} at
 * the least cost.
 *
 * <p>For each number r of rows the fewest bands b that reach the recall are weighed. Their cost is
 *
 * <pre>  n · b · (r · m · H + B) + n²/2 · c(b, r) · (m · J + P)</pre>
 *
 * where n is the number of sets, m their mean size, and c the share of pairs that become
 * candidates. c is the mean of 1 − (1 − sʳ)ᵇ over the similarities s of all pairs of a sample: more
 * rows cost hashing, fewer cost comparing what is not similar. H, B, J and P are estimates of the
 * nanoseconds to hash a shingle once, to shuffle a band, to compare a shingle, and to shuffle a
 * pair. The plan depends on the sets and on nothing else.
 */
public final class BandingPlan {
  /** Recall at the threshold. */
  public static final double RECALL = 0.99;

  /** Sets whose similarities are sampled. */
  public static final int SAMPLE = 400;

  /** Rows of a signature beyond which hashing costs more than it saves. */
  private static final int LONGEST = 1024;

  private static final int LONGEST_BAND = 32;

  private static final double HASH = 1;
  private static final double BAND = 400;
  private static final double COMPARE = 3;
  private static final double PAIR = 2_000;

  private BandingPlan() {}

  /**
   * The cheapest banding.
   *
   * @param threshold similarity at which the recall is reached
   * @param sets how many there are
   * @param sample some of them
   */
  public static Banding of(double threshold, long sets, List<ShingleSet> sample) {
    double size = sample.stream().mapToInt(ShingleSet::size).average().orElse(0);
    double[] similarities = similarities(sample);
    Banding best = Banding.reaching(RECALL, threshold, 1);
    double least = cost(best, sets, size, similarities);
    for (int rows = 2; rows <= LONGEST_BAND && Math.pow(threshold, rows) * LONGEST > 1; rows++) {
      Banding banding = Banding.reaching(RECALL, threshold, rows);
      double cost = cost(banding, sets, size, similarities);
      if ((long) banding.bands() * rows <= LONGEST && cost < least) {
        best = banding;
        least = cost;
      }
    }
    return best;
  }

  private static double cost(Banding banding, long sets, double size, double[] similarities) {
    double share = 0;
    for (double similarity : similarities) {
      share += banding.recall(similarity) / similarities.length;
    }
    return sets * banding.bands() * (banding.rows() * size * HASH + BAND)
        + 0.5 * sets * sets * share * (size * COMPARE + PAIR);
  }

  private static double[] similarities(List<ShingleSet> sample) {
    double[] similarities = new double[sample.size() * (sample.size() - 1) / 2];
    int next = 0;
    for (int i = 0; i < sample.size(); i++) {
      for (int j = 0; j < i; j++) {
        similarities[next] = sample.get(i).jaccard(sample.get(j));
        next++;
      }
    }
    return similarities;
  }
}
