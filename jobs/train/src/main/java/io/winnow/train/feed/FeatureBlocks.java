package io.winnow.train.feed;

import io.winnow.core.pipeline.FittedLabel;
import org.apache.spark.api.java.JavaRDD;

/**
 * The rows of a split in blocks, for evaluation.
 *
 * <p>Rows stand in the order of hash(key) and key, and every block but the last is full. So a row
 * has the same place in the same block however the files are partitioned, and with it the same
 * prediction to the last bit.
 */
public final class FeatureBlocks {
  private FeatureBlocks() {}

  /**
   * Reads a split that is not empty.
   *
   * @param features length of a feature vector; a row of another length is a problem of its block
   * @param partitions to spread the blocks over
   */
  public static JavaRDD<FeatureBlock> of(
      PreparedSplit split, FittedLabel label, int features, int partitions) {
    return RankedRow.rank(split.rows(label, features), false, 0)
        .repartitionAndSortWithinPartitions(new RoundRobin(partitions, FeatureBlock.ROWS))
        .values()
        .mapPartitions(rows -> FeatureBlock.pack(rows, features));
  }
}
