package io.winnow.prepare.dedup;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Blocks of the rows that stay, without rejects. */
final class RebuiltBlocks implements Iterator<RowBlock> {
  private final Iterator<RowBlock> blocks;
  private final Kept kept;
  private final Consumer<TypedRow> change;
  private final RowBlockBuilder builder;
  private final TypedRow row;
  private RowBlock block;
  private int next;

  /** Whether a row stays, by the hash of the row; asked once for each row in their order. */
  @FunctionalInterface
  interface Kept {
    boolean test(long high, long low);
  }

  /**
   * Blocks anew.
   *
   * @param change applied to each row that stays
   */
  RebuiltBlocks(Iterator<RowBlock> blocks, RowLayout layout, Kept kept, Consumer<TypedRow> change) {
    this.blocks = blocks;
    this.kept = kept;
    this.change = change;
    builder = new RowBlockBuilder(layout);
    row = new TypedRow(layout);
    block = builder.build();
    fill();
  }

  @Override
  public boolean hasNext() {
    return !builder.isEmpty();
  }

  @Override
  public RowBlock next() {
    if (builder.isEmpty()) {
      throw new NoSuchElementException();
    }
    RowBlock built = builder.build();
    fill();
    return built;
  }

  private void fill() {
    while (!builder.isFull() && (next < block.size() || blocks.hasNext())) {
      if (next == block.size()) {
        block = blocks.next();
        next = 0;
        continue;
      }
      if (kept.test(block.hashHigh(next), block.hashLow(next))) {
        block.read(next, row);
        change.accept(row);
        builder.add(row);
      }
      next++;
    }
  }
}
