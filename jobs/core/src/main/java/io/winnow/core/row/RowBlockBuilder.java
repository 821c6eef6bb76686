package io.winnow.core.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills {@link RowBlock}s row by row. */
public final class RowBlockBuilder {
  /** Texts of a column beyond which sharing them between blocks no longer pays. */
  private static final int INTERNED = 1 << 16;

  private final int numberColumns;
  private final int textColumns;
  // One copy of each text for all blocks of a partition; each block lists those it uses.
  private final List<Map<String, String>> interned = new ArrayList<>();
  private final List<Map<String, Integer>> codesOf = new ArrayList<>();
  private List<Reject> rejects = new ArrayList<>();
  // Filled again for every block, which takes copies.
  private final double[][] numbers;
  private final int[][] codes;
  private final long[] hashes = new long[2 * RowBlock.CAPACITY];
  private final long[] keys = new long[2 * RowBlock.CAPACITY];
  private final long[] groups = new long[2 * RowBlock.CAPACITY];
  private int size;

  /** A builder of blocks of that layout. */
  public RowBlockBuilder(RowLayout layout) {
    numberColumns = layout.numbers().size();
    textColumns = layout.texts().size();
    numbers = new double[numberColumns][RowBlock.CAPACITY];
    codes = new int[textColumns][RowBlock.CAPACITY];
    for (int c = 0; c < textColumns; c++) {
      interned.add(new HashMap<>());
      codesOf.add(new HashMap<>());
    }
    clear();
  }

  /** Adds a row; its arrays are copied. */
  public void add(TypedRow row) {
    for (int c = 0; c < numberColumns; c++) {
      numbers[c][size] = row.numbers[c];
    }
    for (int c = 0; c < textColumns; c++) {
      codes[c][size] = code(c, row.texts[c]);
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
    TextColumn[] texts = new TextColumn[textColumns];
    for (int c = 0; c < textColumns; c++) {
      texts[c] = TextColumn.of(codes[c], codesOf.get(c), size);
    }
    long[] cutHashes = Arrays.copyOf(hashes, 2 * size);
    boolean ownKeys = !Arrays.equals(hashes, 0, 2 * size, keys, 0, 2 * size);
    long[] cutKeys = ownKeys ? Arrays.copyOf(keys, 2 * size) : cutHashes;
    boolean grouped = !Arrays.equals(groups, 0, 2 * size, cutKeys, 0, 2 * size);
    RowBlock block =
        new RowBlock(
            size,
            cut,
            texts,
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
    codesOf.forEach(Map::clear);
    interned.stream().filter(texts -> texts.size() > INTERNED).forEach(Map::clear);
  }

  private int code(int column, @Nullable String text) {
    if (text == null) {
      return -1;
    }
    Map<String, Integer> known = codesOf.get(column);
    Integer code = known.get(text);
    if (code == null) {
      code = known.size();
      known.put(interned.get(column).computeIfAbsent(text, same -> same), code);
    }
    return code;
  }
}
