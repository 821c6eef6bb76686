package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What was found among duplicates.
 *
 * @param exactRow rows removed because they equal a kept one in every declared column
 * @param exactKey rows removed because they equal a kept one in the key columns
 * @param near null if near-duplicates were not sought
 */
public record DedupReport(long exactRow, long exactKey, @Nullable NearReport near) {

  /** Nothing was sought. */
  public static final DedupReport NONE = new DedupReport(0, 0, null);

  /**
   * Near-duplicates.
   *
   * @param bands of the MinHash signature
   * @param rows of a band
   * @param withoutText table rows without a shingle, which nearly equal no other
   * @param candidates pairs that share a bucket and were compared
   * @param pairs those that reach the threshold
   * @param clusters of rows that pairs connect
   * @param clustered rows in clusters
   * @param removed rows of clusters that do not stay
   * @param uncompared pairs in buckets beyond {@code maxBucket} that were not compared there
   * @param gold null without gold pairs
   */
  public record NearReport(
      int bands,
      int rows,
      long withoutText,
      long candidates,
      long pairs,
      long clusters,
      long clustered,
      long removed,
      long uncompared,
      @Nullable GoldReport gold) {}

  /**
   * Pairs of rows in one cluster against the true pairs.
   *
   * @param pairs true ones
   */
  public record GoldReport(long pairs, double precision, double recall, double f1) {}
}
