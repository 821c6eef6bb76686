package io.winnow.core.row;

import io.winnow.core.hash.Hash128;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@link #CAPACITY} typed rows, column by column in primitive arrays. What every fitting pass
 * reads.
 */
public final class RowBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows of a full block. */
  public static final int CAPACITY = 4096;

  private final int size;
  private final double[][] numbers;
  private final TextColumn[] texts;
  private final long[] hashes;
  private final long[] keys;
  // Null when no row is in a group; a row that is in none has its key here.
  private final long @Nullable [] groups;
  private final List<Reject> rejects;
  // Null when no fills were computed; else those of row i stand from fillStarts[i] on.
  private final double @Nullable [] fills;
  private final int[] fillStarts;

  RowBlock(
      int size,
      double[][] numbers,
      TextColumn[] texts,
      long[] hashes,
      long[] keys,
      long @Nullable [] groups,
      List<Reject> rejects) {
    this.size = size;
    this.numbers = numbers;
    this.texts = texts;
    this.hashes = hashes;
    this.keys = keys;
    this.groups = groups;
    this.rejects = rejects;
    fills = null;
    fillStarts = new int[0];
  }

  private RowBlock(RowBlock block, double[] fills, int[] fillStarts) {
    size = block.size;
    numbers = block.numbers;
    texts = block.texts;
    hashes = block.hashes;
    keys = block.keys;
    groups = block.groups;
    rejects = block.rejects;
    this.fills = fills;
    this.fillStarts = fillStarts;
  }

  /**
   * This block with fills for its rows, which are read with them.
   *
   * @param rows fills of each row, null for a row that needs none
   */
  public RowBlock withFills(List<double @Nullable []> rows) {
    int[] starts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      double[] row = rows.get(i);
      starts[i + 1] = starts[i] + (row == null ? 0 : row.length);
    }
    double[] all = rows.stream().filter(Objects::nonNull).flatMapToDouble(Arrays::stream).toArray();
    return new RowBlock(this, all, starts);
  }

  /** Rows it holds. */
  public int size() {
    return size;
  }

  /** Rows that were rejected while this block was filled. */
  public List<Reject> rejects() {
    return rejects;
  }

  /** High half of the hash of a row. */
  public long hashHigh(int index) {
    return hashes[2 * index];
  }

  /** Low half of the hash of a row. */
  public long hashLow(int index) {
    return hashes[2 * index + 1];
  }

  /** Copies one row out: the columns that the row wants. */
  public void read(int index, TypedRow row) {
    for (int c : row.wantedNumbers) {
      row.numbers[c] = numbers[c][index];
    }
    for (int c : row.wantedTexts) {
      row.texts[c] = texts[c].text(index);
    }
    readHashes(index, row);
  }

  /** Copies out what belongs to no column. */
  void readHashes(int index, TypedRow row) {
    row.hash = new Hash128(hashes[2 * index], hashes[2 * index + 1]);
    row.key = keys == hashes ? row.hash : new Hash128(keys[2 * index], keys[2 * index + 1]);
    row.group = group(index);
    row.fills = fills(index);
  }

  double number(int column, int index) {
    return numbers[column][index];
  }

  TextColumn texts(int column) {
    return texts[column];
  }

  /** Cells of some rows. */
  double[] numbers(int column, int[] rows, int count) {
    double[] source = numbers[column];
    double[] cells = new double[count];
    for (int i = 0; i < count; i++) {
      cells[i] = source[rows[i]];
    }
    return cells;
  }

  private double @Nullable [] fills(int index) {
    return fills == null || fillStarts[index] == fillStarts[index + 1]
        ? null
        : Arrays.copyOfRange(fills, fillStarts[index], fillStarts[index + 1]);
  }

  /**
   * The block with those rows alone and without rejects; no fills may have been computed yet.
   *
   * @param rows indices, ascending
   */
  public RowBlock kept(int[] rows) {
    if (fills != null) {
      throw new IllegalStateException("rows are left out before fills are computed");
    }
    if (rows.length == size && rejects.isEmpty()) {
      return this;
    }
    double[][] keptNumbers = new double[numbers.length][];
    for (int c = 0; c < numbers.length; c++) {
      double[] kept = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        kept[i] = numbers[c][rows[i]];
      }
      keptNumbers[c] = kept;
    }
    long[] keptHashes = pairs(hashes, rows);
    return new RowBlock(
        rows.length,
        keptNumbers,
        Arrays.stream(texts).map(column -> column.kept(rows)).toArray(TextColumn[]::new),
        keptHashes,
        keys == hashes ? keptHashes : pairs(keys, rows),
        groups == null ? null : pairs(groups, rows),
        List.of());
  }

  private static long[] pairs(long[] words, int[] rows) {
    long[] kept = new long[2 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      kept[2 * i] = words[2 * rows[i]];
      kept[2 * i + 1] = words[2 * rows[i] + 1];
    }
    return kept;
  }

  private @Nullable Hash128 group(int index) {
    if (groups == null) {
      return null;
    }
    long high = groups[2 * index];
    long low = groups[2 * index + 1];
    return high == keys[2 * index] && low == keys[2 * index + 1] ? null : new Hash128(high, low);
  }
}
