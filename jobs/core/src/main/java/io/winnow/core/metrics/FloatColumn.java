package io.winnow.core.metrics;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** A growing column of floats. */
final class FloatColumn implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FIRST_CAPACITY = 16;

  private float[] values = new float[0];
  private int size;

  void add(float value) {
    reserve(1);
    values[size++] = value;
  }

  void addAll(FloatColumn other) {
    int length = other.size;
    reserve(length);
    System.arraycopy(other.values, 0, values, size, length);
    size += length;
  }

  int size() {
    return size;
  }

  /** The values in ascending order. */
  float[] sorted() {
    float[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > values.length) {
      long grown = Math.min(values.length + values.length / 2L, Integer.MAX_VALUE - 8L);
      values = Arrays.copyOf(values, Math.max(Math.max(needed, FIRST_CAPACITY), (int) grown));
    }
  }

  @Serial
  private Object writeReplace() {
    FloatColumn trimmed = new FloatColumn();
    trimmed.values = Arrays.copyOf(values, size);
    trimmed.size = size;
    return trimmed;
  }
}
