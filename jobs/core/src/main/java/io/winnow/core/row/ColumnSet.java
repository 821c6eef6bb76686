package io.winnow.core.row;

import java.io.Serializable;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Columns of a {@link RowLayout} by their indices: those that a scan looks at, so that no others
 * need to be copied out of a block.
 */
public final class ColumnSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BitSet numbers;
  private final BitSet texts;

  private ColumnSet(BitSet numbers, BitSet texts) {
    this.numbers = numbers;
    this.texts = texts;
  }

  /** No column. */
  public static ColumnSet none() {
    return new ColumnSet(new BitSet(), new BitSet());
  }

  /** Every column. */
  public static ColumnSet all(RowLayout layout) {
    return of(
        IntStream.range(0, layout.numbers().size()).toArray(),
        IntStream.range(0, layout.texts().size()).toArray());
  }

  /** Numeric and textual columns; an index below 0 stands for none. */
  public static ColumnSet of(int[] numbers, int[] texts) {
    return new ColumnSet(bits(numbers), bits(texts));
  }

  /** The columns of both. */
  public ColumnSet and(ColumnSet other) {
    BitSet bothNumbers = (BitSet) numbers.clone();
    bothNumbers.or(other.numbers);
    BitSet bothTexts = (BitSet) texts.clone();
    bothTexts.or(other.texts);
    return new ColumnSet(bothNumbers, bothTexts);
  }

  /** Indices of the numeric ones, ascending. */
  int[] numbers() {
    return numbers.stream().toArray();
  }

  /** Indices of the textual ones, ascending. */
  int[] texts() {
    return texts.stream().toArray();
  }

  private static BitSet bits(int[] indices) {
    BitSet bits = new BitSet();
    IntStream.of(indices).filter(index -> index >= 0).forEach(bits::set);
    return bits;
  }
}
