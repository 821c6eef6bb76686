package io.winnow.train.feed;

import io.winnow.core.pipeline.FittedLabel;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the driver has to know of a shard.
 *
 * @param problem why some row cannot be used, or null
 * @param squaredTargets sum over the rows, of a regression as the network sees it
 * @param absoluteTargets likewise
 * @param rowsByClass empty of a regression
 * @param checksum CRC32C of features and labels
 * @param place where it was summed up, as Spark names it
 */
record ShardSummary(
    int rows,
    @Nullable String problem,
    double squaredTargets,
    double absoluteTargets,
    List<Long> rowsByClass,
    long checksum,
    String place)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ShardSummary of(Shard shard, FittedLabel label) {
    double squares = 0;
    double absolutes = 0;
    Long[] byClass = new Long[label.classes().size()];
    Arrays.fill(byClass, 0L);
    for (int row = 0; row < shard.rows(); row++) {
      double raw = shard.label(row);
      if (byClass.length > 0) {
        byClass[(int) raw]++;
      }
      double target = label.scaled(raw);
      squares += target * target;
      absolutes += Math.abs(target);
    }
    return new ShardSummary(
        shard.rows(),
        shard.problem(),
        squares,
        absolutes,
        List.of(byClass),
        shard.checksum(),
        StoredShards.place());
  }
}
