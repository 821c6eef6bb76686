package io.winnow.train.feed;

import io.winnow.core.pipeline.FittedLabel;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the driver has to know of a shard.
 *
 * @param problem why some row cannot be used, or null
 * @param squaredTargets sum over the rows, of a regression as the network sees it
 * @param absoluteTargets likewise
 * @param checksum CRC32C of features and labels
 */
record ShardSummary(
    int rows,
    @Nullable String problem,
    double squaredTargets,
    double absoluteTargets,
    long checksum)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ShardSummary of(Shard shard, FittedLabel label) {
    double squares = 0;
    double absolutes = 0;
    for (int row = 0; row < shard.rows(); row++) {
      double target = label.scaled(shard.label(row));
      squares += target * target;
      absolutes += Math.abs(target);
    }
    return new ShardSummary(shard.rows(), shard.problem(), squares, absolutes, shard.checksum());
  }
}
