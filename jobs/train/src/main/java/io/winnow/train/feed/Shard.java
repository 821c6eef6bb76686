package io.winnow.train.feed;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The rows that one worker trains on, held as compact blocks. */
public final class Shard implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int slot;
  private final int features;
  private final int rows;
  private final FeatureBlock[] blocks;
  // Every round of an epoch asks for the same one.
  private transient volatile @Nullable EpochOrder order;

  Shard(int slot, int features, List<FeatureBlock> blocks) {
    this.slot = slot;
    this.features = features;
    this.blocks = blocks.toArray(FeatureBlock[]::new);
    this.rows = blocks.stream().mapToInt(FeatureBlock::rows).reduce(0, Math::addExact);
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
    return blocks[row / FeatureBlock.ROWS].labels()[row % FeatureBlock.ROWS];
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
        blocks[row / FeatureBlock.ROWS].features(),
        row % FeatureBlock.ROWS * features,
        target,
        offset,
        features);
  }

  /** CRC32C of features and labels, in the order of the rows. */
  long checksum() {
    CRC32C checksum = new CRC32C();
    for (FeatureBlock block : blocks) {
      ByteBuffer bytes = ByteBuffer.allocate(block.rows() * (features * 4 + 8));
      bytes.asFloatBuffer().put(block.features());
      bytes.position(block.features().length * 4).slice().asDoubleBuffer().put(block.labels());
      checksum.update(bytes.rewind());
    }
    return checksum.getValue();
  }

  @Nullable String problem() {
    String problem = null;
    for (FeatureBlock block : blocks) {
      problem = FeatureBlock.first(problem, block.problem());
    }
    return problem;
  }
}
