package io.winnow.core.pipeline;

import io.winnow.core.hash.ContentHash;
import io.winnow.core.step.encode.FeatureSink;

/** Non-zero features of one row, reused from row to row. */
public final class FeatureBuffer implements FeatureSink {
  private final int width;
  private final int[] indices;
  private final double[] values;
  private int size;

  /**
   * A buffer for rows of a pipeline.
   *
   * @param width features of a row
   * @param capacity non-zero features that a row has at most
   */
  FeatureBuffer(int width, int capacity) {
    this.width = width;
    indices = new int[capacity];
    values = new double[capacity];
  }

  void clear() {
    size = 0;
  }

  @Override
  public void add(int index, double value) {
    if (value != 0) {
      indices[size] = index;
      values[size] = value;
      size++;
    }
  }

  /** Features of a row, zeros included. */
  public int width() {
    return width;
  }

  /** Non-zero features. */
  public int size() {
    return size;
  }

  /** Position of a non-zero feature; ascending. */
  public int index(int i) {
    return indices[i];
  }

  /** Value of a non-zero feature. */
  public double value(int i) {
    return values[i];
  }

  /** Adds the row to a content hash. */
  void addTo(ContentHash hash, String split, String rowKey, double label) {
    hash.add(split, rowKey, label, width, indices, values, size);
  }

  /** All features, zeros included. */
  public double[] toDense() {
    double[] dense = new double[width];
    for (int i = 0; i < size; i++) {
      dense[indices[i]] = values[i];
    }
    return dense;
  }
}
