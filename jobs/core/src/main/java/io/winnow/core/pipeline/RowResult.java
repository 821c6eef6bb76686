package io.winnow.core.pipeline;

/** What a fitted pipeline makes of one raw row. */
public sealed interface RowResult {

  /**
   * The row has features.
   *
   * @param features reused for the next row
   */
  record Features(FeatureBuffer features) implements RowResult {}

  /**
   * A step takes the row out of every split: it misses a cell whose imputation is dropRow, or it is
   * an outlier and {@code outlier.deleteFrom} is all.
   */
  record LeftOut(RowOutcome outcome) implements RowResult {}

  /**
   * The row does not parse, or has a category that train does not have where {@code encode.unseen}
   * is fail.
   *
   * @param reason names the column, and the value unless the column is sensitive
   */
  record Invalid(String reason) implements RowResult {}
}
