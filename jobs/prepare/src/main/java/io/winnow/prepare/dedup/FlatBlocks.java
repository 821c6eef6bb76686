package io.winnow.prepare.dedup;

import io.winnow.core.row.RowBlock;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a function makes of the rows of blocks, one after the other, without its nulls. */
final class FlatBlocks<T> implements Iterator<T> {
  private final Iterator<RowBlock> blocks;
  private final RowFunction<T> function;
  private @Nullable RowBlock block;
  private int next;
  private @Nullable T ready;

  /** Makes something, or null, of the row at an index. */
  @FunctionalInterface
  interface RowFunction<T> {
    @Nullable T of(RowBlock block, int index);
  }

  FlatBlocks(Iterator<RowBlock> blocks, RowFunction<T> function) {
    this.blocks = blocks;
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    while (ready == null) {
      if (block != null && next < block.size()) {
        ready = function.of(block, next);
        next++;
      } else if (blocks.hasNext()) {
        block = blocks.next();
        next = 0;
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext() || ready == null) {
      throw new NoSuchElementException();
    }
    T made = ready;
    ready = null;
    return made;
  }
}
