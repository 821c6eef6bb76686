package io.winnow.train.feed;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that one worker trains on, held as compact blocks. */
public final class Shard implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int slot;
  private final int features;
  private final int rows;
  private final RowBlock[] blocks;
  // Every round of an epoch asks for the same one.
  private transient volatile @Nullable EpochOrder order;

  Shard(int slot, int features, List<RowBlock> blocks) {
    this.slot = slot;
    this.features = features;
    this.blocks = blocks.toArray(RowBlock[]::new);
    this.rows = blocks.stream().mapToInt(RowBlock::rows).reduce(0, Math::addExact);
  }

  /** Position among the shards, from 0. */
  public int slot() {
    return slot;
  }

  /** Rows of the shard. */
  public int rows() {
    return rows;
  }

  /** Length of a feature vector. */
  public int features() {
    return features;
  }

  /** Raw label of a row: a class index, or the raw target. */
  public double label(int row) {
    return blocks[row / RowBlock.ROWS].labels()[row % RowBlock.ROWS];
  }

  /** Rows in the order of an epoch. */
  int[] order(long seed, int epoch) {
    EpochOrder kept = order;
    if (kept == null || kept.seed() != seed || kept.epoch() != epoch) {
      kept = EpochOrder.of(seed, epoch, this);
      order = kept;
    }
    return kept.rows();
  }

  void copyFeatures(int row, float[] target, int offset) {
    System.arraycopy(
        blocks[row / RowBlock.ROWS].features(),
        row % RowBlock.ROWS * features,
        target,
        offset,
        features);
  }

  @Nullable String problem() {
    String problem = null;
    for (RowBlock block : blocks) {
      problem = RowBlock.first(problem, block.problem());
    }
    return problem;
  }
}
