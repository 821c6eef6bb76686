package io.winnow.prepare.block;

import org.jspecify.annotations.Nullable;

/** The rows of a partition of a source, one after the other, as cells. */
interface SourceCells {

  /** Whether there is another row. */
  boolean hasNext();

  /** Goes on to the next row, which there must be. */
  void advance();

  /** How many cells a row has. */
  int width();

  /** A cell of the row, or null when it is missing: whatever the reader of its type has for it. */
  @Nullable Object cell(int column);
}
