package io.winnow.core.step.impute.knn;

import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows by the columns of a {@link KnnSpace}: one number per cell, NaN where it is missing. */
public final class Points implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int FIRST_CAPACITY = 16;

  // Not the seed of the split, by whose hash some strategies choose the train rows themselves.
  private static final long SAMPLE_SEED = 0x6B6E6EL;

  private final int width;
  // Row by row: filling and copying out touch whole rows.
  private double[] cells;
  private long[] keys;
  private int size;

  /** No points yet. */
  public Points(KnnSpace space) {
    this(space.size());
  }

  private Points(int width) {
    this.width = width;
    cells = new double[FIRST_CAPACITY * width];
    keys = new long[FIRST_CAPACITY * 2];
  }

  /**
   * Adds a point.
   *
   * @param row one number per column of the space; copied
   * @param key of the row it stands for
   */
  public void add(double[] row, Hash128 key) {
    if (2 * size == keys.length) {
      int capacity = Math.max(FIRST_CAPACITY, 2 * size);
      cells = Arrays.copyOf(cells, capacity * width);
      keys = Arrays.copyOf(keys, 2 * capacity);
    }
    for (int c = 0; c < width; c++) {
      // Adding 0 makes −0.0 the same number as 0.0 and leaves all others alone.
      cells[size * width + c] = row[c] + 0.0;
    }
    keys[2 * size] = key.high();
    keys[2 * size + 1] = key.low();
    size++;
  }

  /** Adds the points of another part of the table. */
  public void addAll(Points others) {
    double[] row = new double[width];
    for (int i = 0; i < others.size; i++) {
      others.read(i, row);
      add(row, others.key(i));
    }
  }

  /** The points of these indices, in their order. */
  public Points at(int[] indices) {
    Points chosen = new Points(width);
    double[] row = new double[width];
    for (int i : indices) {
      read(i, row);
      chosen.add(row, key(i));
    }
    return chosen;
  }

  /**
   * Those whose keys have the smallest seeded hash, in its order; points that share a key by their
   * cells.
   */
  Points sorted(int most) {
    long[] hashes = new long[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = SeededHash.of(SAMPLE_SEED, key(i));
    }
    Comparator<Integer> order = (i, j) -> Long.compareUnsigned(hashes[i], hashes[j]);
    return at(
        IntStream.range(0, size)
            .boxed()
            .sorted(order.thenComparing(this::key).thenComparing(this::compareCells))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray());
  }

  private int compareCells(int i, int j) {
    return Arrays.compare(cells, i * width, (i + 1) * width, cells, j * width, (j + 1) * width);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** How many cells each has. */
  public int width() {
    return width;
  }

  /** Key of a point. */
  public Hash128 key(int index) {
    return new Hash128(keyHigh(index), keyLow(index));
  }

  /** Copies one point out. */
  public void read(int index, double[] row) {
    System.arraycopy(cells, index * width, row, 0, width);
  }

  long keyHigh(int index) {
    return keys[2 * index];
  }

  long keyLow(int index) {
    return keys[2 * index + 1];
  }

  double cell(int index, int column) {
    return cells[index * width + column];
  }

  boolean isMissing(int index, int column) {
    return Double.isNaN(cell(index, column));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    cells = Arrays.copyOf(cells, size * width);
    keys = Arrays.copyOf(keys, 2 * size);
    out.defaultWriteObject();
  }
}
