package io.winnow.core.row;

import io.winnow.core.hash.Hash128;
import org.jspecify.annotations.Nullable;

/**
 * One row of typed cells, meant to be reused: numbers and texts by the indices of a {@link
 * RowLayout}. A missing number is NaN, a missing text is null.
 */
public final class TypedRow {
  /** Numeric cells. */
  public final double[] numbers;

  /** Textual cells. */
  public final @Nullable String[] texts;

  /** Hash of every declared column: equal for exact duplicates. */
  public Hash128 hash = new Hash128(0, 0);

  /** Hash of the declared key, else of every column that is not sensitive. */
  public Hash128 key = new Hash128(0, 0);

  /** An empty row of that layout. */
  public TypedRow(RowLayout layout) {
    numbers = new double[layout.numbers().size()];
    texts = new @Nullable String[layout.texts().size()];
  }
}
