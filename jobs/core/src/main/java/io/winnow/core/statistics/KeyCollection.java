package io.winnow.core.statistics;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/** Keeps the keys of a range as they are, once they are few. */
final class KeyCollection extends KeyRange {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FIRST_CAPACITY = 16;

  private long[] keys = new long[0];
  private int size;

  KeyCollection(long low, long high) {
    super(low, high);
  }

  @Override
  void add(long key) {
    reserve(1);
    keys[size++] = key;
  }

  @Override
  long count() {
    return size;
  }

  @Override
  void merge(KeyRange other) {
    KeyCollection added = (KeyCollection) other;
    int length = added.size;
    reserve(length);
    System.arraycopy(added.keys, 0, keys, size, length);
    size += length;
  }

  @Override
  List<OpenRange> settle(OpenRange open, long[] ranks, long[] selected) {
    long[] sorted = new long[size];
    for (int i = 0; i < size; i++) {
      // The signed order of the flipped keys is the unsigned order of the keys.
      sorted[i] = keys[i] ^ Long.MIN_VALUE;
    }
    Arrays.sort(sorted);
    for (int i = open.first(); i < open.end(); i++) {
      selected[i] = sorted[(int) (ranks[i] - open.before())] ^ Long.MIN_VALUE;
    }
    return List.of();
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > keys.length) {
      int half = keys.length / 2;
      keys = Arrays.copyOf(keys, Math.max(Math.max(needed, FIRST_CAPACITY), keys.length + half));
    }
  }

  @Serial
  private Object writeReplace() {
    KeyCollection trimmed = new KeyCollection(low(), high());
    trimmed.keys = Arrays.copyOf(keys, size);
    trimmed.size = size;
    return trimmed;
  }
}
