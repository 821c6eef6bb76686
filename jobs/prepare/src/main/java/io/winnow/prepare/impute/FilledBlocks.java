package io.winnow.prepare.impute;

import io.winnow.core.row.RowBlock;
import io.winnow.core.step.impute.knn.BatchFill;
import io.winnow.core.step.impute.knn.Donors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.apache.spark.broadcast.Broadcast;

/** Fills a partition some blocks at a time: each part of the donors is then fetched less often. */
final class FilledBlocks implements Iterator<RowBlock> {
  /** With {@link RowBlock#CAPACITY} rows each, 65,536 rows. */
  private static final int BLOCKS_AT_A_TIME = 16;

  private final Iterator<RowBlock> blocks;
  private final BatchFill fill;
  private final List<Broadcast<Donors>> parts;
  private final Queue<RowBlock> filled = new ArrayDeque<>();

  FilledBlocks(Iterator<RowBlock> blocks, BatchFill fill, List<Broadcast<Donors>> parts) {
    this.blocks = blocks;
    this.fill = fill;
    this.parts = parts;
  }

  @Override
  public boolean hasNext() {
    return !filled.isEmpty() || blocks.hasNext();
  }

  @Override
  public RowBlock next() {
    if (filled.isEmpty()) {
      List<RowBlock> some = new ArrayList<>();
      while (blocks.hasNext() && some.size() < BLOCKS_AT_A_TIME) {
        some.add(blocks.next());
      }
      filled.addAll(fill.fill(some, () -> parts.stream().map(Broadcast::value).iterator()));
    }
    return filled.remove();
  }
}
