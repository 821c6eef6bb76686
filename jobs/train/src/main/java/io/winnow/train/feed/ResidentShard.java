package io.winnow.train.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shard in memory, as compact blocks. */
final class ResidentShard extends Shard {
  private static final long serialVersionUID = 1L;

  private final FeatureBlock[] blocks;

  ResidentShard(int slot, int features, List<FeatureBlock> blocks) {
    super(slot, features, blocks.stream().mapToInt(FeatureBlock::rows).reduce(0, Math::addExact));
    this.blocks = blocks.toArray(FeatureBlock[]::new);
  }

  @Override
  public double label(int row) {
    return blocks[row / FeatureBlock.ROWS].labels()[row % FeatureBlock.ROWS];
  }

  @Override
  public float weight(int row) {
    return blocks[row / FeatureBlock.ROWS].weights()[row % FeatureBlock.ROWS];
  }

  @Override
  double copy(int row, float[] target, int offset) {
    System.arraycopy(
        blocks[row / FeatureBlock.ROWS].features(),
        row % FeatureBlock.ROWS * features(),
        target,
        offset,
        features());
    return label(row);
  }

  @Override
  long checksum() {
    ShardChecksum checksum = new ShardChecksum();
    for (FeatureBlock block : blocks) {
      checksum.add(block);
    }
    return checksum.value();
  }

  @Override
  @Nullable String problem() {
    String problem = null;
    for (FeatureBlock block : blocks) {
      problem = FeatureBlock.first(problem, block.problem());
    }
    return problem;
  }
}
