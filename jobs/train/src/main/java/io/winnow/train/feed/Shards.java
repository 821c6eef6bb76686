package io.winnow.train.feed;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * The train split, dealt to workers and kept in memory (on disk where memory ends) until closed.
 *
 * <p>Rows are ordered by class, hash(seed, key) and key, and dealt one by one to the shards in
 * turn. So the shards differ by at most one row, in total and in every class, and depend on nothing
 * but the rows and the seed.
 */
public final class Shards implements AutoCloseable {
  private final JavaRDD<Shard> shards;
  private final int features;
  private final List<ShardSummary> summaries;

  private Shards(JavaRDD<Shard> shards, int features, List<ShardSummary> summaries) {
    this.shards = shards;
    this.features = features;
    this.summaries = summaries;
  }

  /**
   * Deals the rows of a split.
   *
   * @throws WinnowException where a row cannot be used, or there are fewer rows than workers
   */
  public static Shards deal(PreparedSplit split, FittedLabel label, int workers, long seed) {
    int features = split.features();
    boolean stratified = label.task() == Task.CLASSIFICATION;
    JavaRDD<Shard> shards =
        RankedRow.rank(split.rows(label, features), stratified, seed)
            .repartitionAndSortWithinPartitions(new RoundRobin(workers, 1))
            .values()
            .mapPartitionsWithIndex((slot, each) -> pack(slot, each, features), false)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Shards dealt =
        new Shards(shards, features, shards.map(shard -> ShardSummary.of(shard, label)).collect());
    dealt.requireUsable(split.name(), workers);
    return dealt;
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

  /** CRC32C of each shard's features and labels, in slot order. */
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
    shards.unpersist();
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
    if (problem != null) {
      close();
      throw WinnowException.data(problem);
    }
  }

  private static Iterator<Shard> pack(int slot, Iterator<PreparedRow> rows, int features) {
    List<FeatureBlock> blocks = new ArrayList<>();
    FeatureBlock.pack(rows, features).forEachRemaining(blocks::add);
    return List.of(new Shard(slot, features, blocks)).iterator();
  }
}
