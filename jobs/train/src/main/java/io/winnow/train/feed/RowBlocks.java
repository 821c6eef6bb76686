package io.winnow.train.feed;

import io.winnow.core.pipeline.FittedLabel;
import org.apache.spark.api.java.JavaRDD;

/** The rows of a split in blocks, in no particular order: for evaluation. */
public final class RowBlocks {
  private RowBlocks() {}

  /**
   * Reads a split that is not empty.
   *
   * @param features length of a feature vector; a row of another length is a problem of its block
   */
  public static JavaRDD<RowBlock> of(PreparedSplit split, FittedLabel label, int features) {
    return split.rows(label, features).mapPartitions(rows -> RowBlock.pack(rows, features));
  }
}
