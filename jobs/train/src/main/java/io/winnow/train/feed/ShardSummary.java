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
 * @param weights sum over the rows, in their order
 * @param isWeighted whether some row counts another than 1
 * @param weightsByClass sums likewise; empty of a regression
 * @param checksum CRC32C of features, labels and weights
 * @param place where it was summed up, as Spark names it
 */
record ShardSummary(
    int rows,
    @Nullable String problem,
    double squaredTargets,
    double absoluteTargets,
    double weights,
    boolean isWeighted,
    List<Double> weightsByClass,
    long checksum,
    String place)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ShardSummary of(Shard shard, FittedLabel label) {
    double squares = 0;
    double absolutes = 0;
    Double[] weightsByClass = new Double[label.classes().size()];
    Arrays.fill(weightsByClass, 0.0);
    double weights = 0;
    boolean isWeighted = false;
    for (int row = 0; row < shard.rows(); row++) {
      double raw = shard.label(row);
      if (weightsByClass.length > 0) {
        weightsByClass[(int) raw] += shard.weight(row);
      }
      weights += shard.weight(row);
      isWeighted |= shard.weight(row) != 1;
      double target = label.scaled(raw);
      squares += target * target;
      absolutes += Math.abs(target);
    }
    return new ShardSummary(
        shard.rows(),
        shard.problem(),
        squares,
        absolutes,
        weights,
        isWeighted,
        List.of(weightsByClass),
        shard.checksum(),
        StoredShards.place());
  }
}
