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

  /** Hash of every declared column: equal for exact duplicates. Never written anywhere. */
  public Hash128 hash = new Hash128(0, 0);

  /** Hash of the declared key, else of every column that is not sensitive. */
  public Hash128 key = new Hash128(0, 0);

  /**
   * Hash of the group that the row belongs to, or null when it belongs to none. Every row of a
   * group has it, and no row has it for a key.
   */
  public @Nullable Hash128 group;

  /**
   * Fills that were computed for this row's missing cells beforehand, in the order of the step that
   * asked for them; null when there are none.
   */
  public double @Nullable [] fills;

  final int[] wantedNumbers;
  final int[] wantedTexts;

  /** An empty row of that layout, for all columns. */
  public TypedRow(RowLayout layout) {
    this(layout, ColumnSet.all(layout));
  }

  /** An empty row of that layout; columns that are not wanted hold nothing of use. */
  public TypedRow(RowLayout layout, ColumnSet wanted) {
    numbers = new double[layout.numbers().size()];
    texts = new @Nullable String[layout.texts().size()];
    wantedNumbers = wanted.numbers();
    wantedTexts = wanted.texts();
  }

  /** What is never divided between splits: the row's group, or else the rows that share its key. */
  public Hash128 unit() {
    return group == null ? key : group;
  }
}
