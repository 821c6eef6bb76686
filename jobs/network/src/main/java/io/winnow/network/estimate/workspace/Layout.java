package io.winnow.network.estimate.workspace;

/**
 * Order of an array's elements in memory; Deeplearning4j copies arrays whose order does not fit.
 */
public enum Layout {
  /** The last index varies fastest, ND4J's order c. */
  ROW_MAJOR,
  /** The first index varies fastest, ND4J's order f. */
  COLUMN_MAJOR,
  /** Channel by channel over the whole batch: what a convolution leaves. */
  CHANNEL_MAJOR,
  /** A view with gaps or permuted indices. */
  STRIDED
}
