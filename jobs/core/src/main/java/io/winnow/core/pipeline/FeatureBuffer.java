package io.winnow.core.pipeline;

import io.winnow.core.hash.ContentHash;
import io.winnow.core.step.encode.FeatureSink;
import io.winnow.core.step.select.EncodedRows.Encoded;
import org.jspecify.annotations.Nullable;

/** Non-zero features of one row, reused from row to row. */
public final class FeatureBuffer implements FeatureSink, Encoded {
  private final int width;
  private final int[] indices;
  private final double[] values;
  private final int @Nullable [] positions;
  private final @Nullable Projection projection;
  private int size;

  /**
   * A buffer for rows of a pipeline.
   *
   * @param width features of a row
   * @param capacity non-zero features that a row has at most
   * @param positions ascending, of the features that are added, -1 for one that was not selected;
   *     or null when each stays where it is
   * @param projection makes the last features of others, or null
   */
  FeatureBuffer(
      int width, int capacity, int @Nullable [] positions, @Nullable Projection projection) {
    this.width = width;
    indices = new int[capacity];
    values = new double[capacity];
    this.positions = positions;
    this.projection = projection;
  }

  void clear() {
    size = 0;
    if (projection != null) {
      projection.clear();
    }
  }

  /** Adds what is made of the features of a row, once all of them are there. */
  void complete() {
    if (projection != null) {
      int first = width - projection.count();
      projection.addTo((index, value) -> append(first + index, value));
    }
  }

  @Override
  public void add(int index, double value) {
    if (projection == null || !projection.takes(index, value)) {
      append(positions == null ? index : positions[index], value);
    }
  }

  private void append(int position, double value) {
    if (value != 0 && position >= 0) {
      indices[size] = position;
      values[size] = value;
      size++;
    }
  }

  /** Features of a row, zeros included. */
  public int width() {
    return width;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int index(int i) {
    return indices[i];
  }

  @Override
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
