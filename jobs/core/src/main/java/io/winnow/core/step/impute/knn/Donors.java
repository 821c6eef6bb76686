package io.winnow.core.step.impute.knn;

import java.io.Serializable;
import java.util.List;

/** Donors in blocks, ready to be searched. Immutable, and safe for use by several threads. */
public final class Donors implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Donors of a block: its columns then fit a core's cache beside the receivers. */
  public static final int BLOCK_SIZE = 512;

  private final DonorBlock[] blocks;
  private final int size;

  private Donors(DonorBlock[] blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  /** Donors of blocks of {@link #BLOCK_SIZE}. */
  public static Donors of(KnnSpace space, Points points) {
    return of(space, points, BLOCK_SIZE);
  }

  /** Donors of blocks of a given size, which changes the time of a search and not its result. */
  public static Donors of(KnnSpace space, Points points, int blockSize) {
    List<int[]> rows = KdOrder.blocks(space, points, blockSize);
    DonorBlock[] blocks =
        rows.stream().map(part -> new DonorBlock(space, points, part)).toArray(DonorBlock[]::new);
    return new Donors(blocks, points.size());
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  DonorBlock[] blocks() {
    return blocks;
  }
}
