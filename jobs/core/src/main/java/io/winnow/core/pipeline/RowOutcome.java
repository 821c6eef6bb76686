package io.winnow.core.pipeline;

/** What became of a row. */
public enum RowOutcome {
  /** It has features. */
  PREPARED,
  /** It was deleted because a cell is an outlier. */
  OUTLIER,
  /** It was dropped because a cell is missing. */
  MISSING
}
