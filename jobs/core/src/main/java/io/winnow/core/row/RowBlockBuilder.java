package io.winnow.core.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Fills {@link RowBlock}s row by row. */
public final class RowBlockBuilder {
  private final int numberColumns;
  private final TextColumnBuilder[] texts;
  private List<Reject> rejects = new ArrayList<>();
  // Filled again for every block, which takes copies.
  private final double[][] numbers;
  private final long[] hashes = new long[2 * RowBlock.CAPACITY];
  private final long[] keys = new long[2 * RowBlock.CAPACITY];
  private final long[] groups = new long[2 * RowBlock.CAPACITY];
  private int size;

  /** A builder of blocks of that layout. */
  public RowBlockBuilder(RowLayout layout) {
    numberColumns = layout.numbers().size();
    texts =
        Stream.generate(TextColumnBuilder::new)
            .limit(layout.texts().size())
            .toArray(TextColumnBuilder[]::new);
    numbers = new double[numberColumns][RowBlock.CAPACITY];
  }

  /** Adds a row; its arrays are copied. */
  public void add(TypedRow row) {
    for (int c = 0; c < numberColumns; c++) {
      numbers[c][size] = row.numbers[c];
    }
    for (int c = 0; c < texts.length; c++) {
      texts[c].add(row.texts[c]);
    }
    hashes[2 * size] = row.hash.high();
    hashes[2 * size + 1] = row.hash.low();
    keys[2 * size] = row.key.high();
    keys[2 * size + 1] = row.key.low();
    groups[2 * size] = row.unit().high();
    groups[2 * size + 1] = row.unit().low();
    size++;
  }

  /** Adds a rejected row. */
  public void reject(Reject reject) {
    rejects.add(reject);
  }

  /** Whether the block must be built before another row fits. */
  public boolean isFull() {
    return size == RowBlock.CAPACITY || rejects.size() == RowBlock.CAPACITY;
  }

  /** Whether there is nothing to build. */
  public boolean isEmpty() {
    return size == 0 && rejects.isEmpty();
  }

  /** The block of what was added since the last one. */
  public RowBlock build() {
    double[][] cut = new double[numberColumns][];
    for (int c = 0; c < numberColumns; c++) {
      cut[c] = Arrays.copyOf(numbers[c], size);
    }
    TextColumn[] built =
        Arrays.stream(texts).map(TextColumnBuilder::build).toArray(TextColumn[]::new);
    long[] cutHashes = Arrays.copyOf(hashes, 2 * size);
    boolean ownKeys = !Arrays.equals(hashes, 0, 2 * size, keys, 0, 2 * size);
    long[] cutKeys = ownKeys ? Arrays.copyOf(keys, 2 * size) : cutHashes;
    boolean grouped = !Arrays.equals(groups, 0, 2 * size, cutKeys, 0, 2 * size);
    RowBlock block =
        new RowBlock(
            size,
            cut,
            built,
            cutHashes,
            cutKeys,
            grouped ? Arrays.copyOf(groups, 2 * size) : null,
            rejects);
    clear();
    return block;
  }

  private void clear() {
    size = 0;
    rejects = new ArrayList<>();
  }
}
