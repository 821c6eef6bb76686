package io.winnow.train.feed;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The rows that one worker trains on. */
public abstract sealed class Shard implements Serializable permits ResidentShard, StoredShard {
  private static final long serialVersionUID = 2L;

  private final int slot;
  private final int features;
  private final int rows;
  // Every round of an epoch asks for the same one.
  private transient volatile @Nullable EpochOrder order;

  Shard(int slot, int features, int rows) {
    this.slot = slot;
    this.features = features;
    this.rows = rows;
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
  public abstract double label(int row);

  /** How much a row counts in the loss, as its table says; 1 where it does not. */
  public abstract float weight(int row);

  /**
   * Copies the features of a row.
   *
   * @return its raw label
   */
  abstract double copy(int row, float[] target, int offset);

  /** CRC32C of features, labels and weights, in the order of the rows. */
  abstract long checksum();

  /** Why some row cannot be used, or null. */
  abstract @Nullable String problem();

  /** Rows in the order of an epoch. */
  int[] order(long seed, int epoch) {
    EpochOrder kept = order;
    if (kept == null || kept.seed() != seed || kept.epoch() != epoch) {
      kept = EpochOrder.of(seed, epoch, this);
      order = kept;
    }
    return kept.rows();
  }
}
