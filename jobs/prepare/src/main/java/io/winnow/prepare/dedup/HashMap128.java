package io.winnow.prepare.dedup;

/** A small number by 128-bit hash, by open addressing: 20 bytes a slot, at most two thirds full. */
final class HashMap128 {
  /** What stands for a hash that is not there. */
  static final int ABSENT = -1;

  private long[] hashes = new long[2 << 10];
  // 0 marks an empty slot, so values stand here plus 1.
  private int[] values = new int[1 << 10];
  private int size;

  /**
   * Puts a value unless there is one.
   *
   * @param value 0 or more
   * @return the value that was there, or {@link #ABSENT}
   */
  int putIfAbsent(long high, long low, int value) {
    if (size * 3L > values.length * 2L) {
      grow();
    }
    int at = slot(high, low);
    if (values[at] != 0) {
      return values[at] - 1;
    }
    hashes[2 * at] = high;
    hashes[2 * at + 1] = low;
    values[at] = value + 1;
    size++;
    return ABSENT;
  }

  /** The slot of a hash, or the empty one where it belongs. */
  private int slot(long high, long low) {
    int mask = values.length - 1;
    int at = (int) low & mask;
    while (values[at] != 0 && (hashes[2 * at] != high || hashes[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldValues = values;
    hashes = new long[Math.multiplyExact(oldHashes.length, 2)];
    values = new int[oldValues.length * 2];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != 0) {
        int at = slot(oldHashes[2 * i], oldHashes[2 * i + 1]);
        hashes[2 * at] = oldHashes[2 * i];
        hashes[2 * at + 1] = oldHashes[2 * i + 1];
        values[at] = oldValues[i];
      }
    }
  }
}
