package io.winnow.core.row;

import io.winnow.core.hash.Hash128;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@link #CAPACITY} typed rows, column by column in primitive arrays, with the texts of a
 * column held once each. What every fitting pass reads.
 */
public final class RowBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows of a full block. */
  public static final int CAPACITY = 4096;

  private final int size;
  private final double[][] numbers;
  private final int[][] codes;
  private final String[][] dictionaries;
  private final long[] hashes;
  private final long[] keys;
  // Null when no row is in a group; a row that is in none has its key here.
  private final long @Nullable [] groups;
  private final List<Reject> rejects;

  RowBlock(
      int size,
      double[][] numbers,
      int[][] codes,
      String[][] dictionaries,
      long[] hashes,
      long[] keys,
      long @Nullable [] groups,
      List<Reject> rejects) {
    this.size = size;
    this.numbers = numbers;
    this.codes = codes;
    this.dictionaries = dictionaries;
    this.hashes = hashes;
    this.keys = keys;
    this.groups = groups;
    this.rejects = rejects;
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

  /** Copies one row out. */
  public void read(int index, TypedRow row) {
    for (int c = 0; c < numbers.length; c++) {
      row.numbers[c] = numbers[c][index];
    }
    for (int c = 0; c < codes.length; c++) {
      row.texts[c] = text(c, index);
    }
    row.hash = new Hash128(hashes[2 * index], hashes[2 * index + 1]);
    row.key = new Hash128(keys[2 * index], keys[2 * index + 1]);
    row.group = group(index);
  }

  private @Nullable Hash128 group(int index) {
    if (groups == null) {
      return null;
    }
    long high = groups[2 * index];
    long low = groups[2 * index + 1];
    return high == keys[2 * index] && low == keys[2 * index + 1] ? null : new Hash128(high, low);
  }

  private @Nullable String text(int column, int index) {
    int code = codes[column][index];
    return code < 0 ? null : dictionaries[column][code];
  }
}
