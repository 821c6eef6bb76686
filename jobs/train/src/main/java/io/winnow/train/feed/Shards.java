package io.winnow.train.feed;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * The train split, dealt to workers and kept until closed: in memory, or in files of the executors
 * where a shard is too large for it.
 *
 * <p>Rows are ordered by class, hash(seed, key) and key, and dealt one by one to the shards in
 * turn. So the shards differ by at most one row, in total and in every class, and depend on nothing
 * but the rows and the seed.
 */
public final class Shards implements AutoCloseable {
  private final JavaRDD<Shard> shards;
  private final @Nullable String storedId;
  private final int features;
  private final List<ShardSummary> summaries;

  private Shards(
      JavaRDD<Shard> shards,
      @Nullable String storedId,
      int features,
      List<ShardSummary> summaries) {
    this.shards = shards;
    this.storedId = storedId;
    this.features = features;
    this.summaries = summaries;
  }

  /**
   * Deals the rows of a split.
   *
   * @param maxBytes of a shard in memory; larger ones are kept in files
   * @throws WinnowException where a row cannot be used, or there are fewer rows than workers
   */
  public static Shards deal(
      PreparedSplit split, FittedLabel label, int workers, long seed, long maxBytes) {
    int features = split.features();
    boolean stratified = label.task() == Task.CLASSIFICATION;
    JavaRDD<PreparedRow> dealt =
        RankedRow.rank(split.rows(label, features), stratified, seed)
            .repartitionAndSortWithinPartitions(new RoundRobin(workers, 1))
            .values();
    long rowsOfLargest = Math.floorDiv(split.count() + workers - 1, workers);
    Shards shards =
        rowsOfLargest * StoredShard.rowBytes(features) > maxBytes
            ? stored(dealt, label, features)
            : resident(dealt, label, features);
    shards.requireUsable(split.name(), workers);
    return shards;
  }

  private static Shards resident(JavaRDD<PreparedRow> dealt, FittedLabel label, int features) {
    JavaRDD<Shard> shards =
        dealt
            .mapPartitionsWithIndex((slot, each) -> pack(slot, each, features), false)
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Shards(shards, null, features, summaries(shards, label));
  }

  private static Shards stored(JavaRDD<PreparedRow> dealt, FittedLabel label, int features) {
    String id = UUID.randomUUID().toString();
    StoredShards files = new StoredShards(dealt.rdd(), id, features);
    JavaRDD<Shard> shards = files.toJavaRDD();
    List<ShardSummary> summaries = summaries(shards, label);
    files.prefer(summaries.stream().map(ShardSummary::place).toList());
    return new Shards(shards, id, features, summaries);
  }

  private static List<ShardSummary> summaries(JavaRDD<Shard> shards, FittedLabel label) {
    return shards.map(shard -> ShardSummary.of(shard, label)).collect();
  }

  /** One shard per partition, in slot order. */
  public JavaRDD<Shard> rdd() {
    return shards;
  }

  /** Length of a feature vector. */
  public int features() {
    return features;
  }

  /** Rows of each shard, in slot order. */
  public List<Integer> rowsBySlot() {
    return summaries.stream().map(ShardSummary::rows).toList();
  }

  /** Rows of all shards. */
  public long rows() {
    return summaries.stream().mapToLong(ShardSummary::rows).sum();
  }

  /** Weights of the rows of each class, added up in slot order; empty of a regression. */
  public List<Double> weightsByClass() {
    List<Double> all = new ArrayList<>(summaries.get(0).weightsByClass());
    for (ShardSummary summary : summaries.subList(1, summaries.size())) {
      for (int i = 0; i < all.size(); i++) {
        all.set(i, all.get(i) + summary.weightsByClass().get(i));
      }
    }
    return all;
  }

  /** Weights of all rows, added up in slot order. */
  public double weights() {
    return summaries.stream().mapToDouble(ShardSummary::weights).reduce(0, Double::sum);
  }

  /** Whether some row counts another than 1. */
  public boolean isWeighted() {
    return summaries.stream().anyMatch(ShardSummary::isWeighted);
  }

  /** CRC32C of each shard's features, labels and weights, in slot order. */
  public List<Long> checksums() {
    return summaries.stream().map(ShardSummary::checksum).toList();
  }

  /** Mean squared target of a regression, as the network sees it. */
  public double meanSquaredTarget() {
    return summaries.stream().mapToDouble(ShardSummary::squaredTargets).sum() / rows();
  }

  /** Mean absolute target of a regression, as the network sees it. */
  public double meanAbsoluteTarget() {
    return summaries.stream().mapToDouble(ShardSummary::absoluteTargets).sum() / rows();
  }

  @Override
  public void close() {
    if (storedId == null) {
      shards.unpersist();
    } else {
      String id = storedId;
      shards.foreachPartition(each -> StoredShards.release(id, each.next().slot()));
    }
  }

  private void requireUsable(String split, int workers) {
    String problem =
        summaries.stream()
            .map(ShardSummary::problem)
            .filter(Objects::nonNull)
            .sorted()
            .findFirst()
            .orElse(null);
    if (problem == null && rows() < workers) {
      problem =
          "prepared/%s: has %d rows for training.workers %d; use fewer workers or more rows"
              .formatted(split, rows(), workers);
    }
    if (problem == null && weights() == 0) {
      problem =
          "prepared/%s: no row has a weight above 0; correct the column with role weight"
              .formatted(split);
    }
    if (problem != null) {
      close();
      throw WinnowException.data(problem);
    }
  }

  private static Iterator<Shard> pack(int slot, Iterator<PreparedRow> rows, int features) {
    List<FeatureBlock> blocks = new ArrayList<>();
    FeatureBlock.pack(rows, features).forEachRemaining(blocks::add);
    return List.<Shard>of(new ResidentShard(slot, features, blocks)).iterator();
  }
}
