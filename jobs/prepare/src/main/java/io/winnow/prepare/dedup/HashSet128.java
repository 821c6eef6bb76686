package io.winnow.prepare.dedup;

/** A set of 128-bit hashes by open addressing: 16 bytes a slot, at most two thirds full. */
final class HashSet128 {
  private long[] slots = new long[2 << 10];
  private int size;
  private boolean hasZero;

  /** Adds a hash; whether it is new. */
  boolean add(long high, long low) {
    if (high == 0 && low == 0) { // Marks an empty slot.
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 3L > (slots.length / 2) * 2L) {
      grow();
    }
    return put(slots, high, low);
  }

  boolean contains(long high, long low) {
    if (high == 0 && low == 0) {
      return hasZero;
    }
    int mask = slots.length / 2 - 1;
    for (int at = (int) low & mask; ; at = (at + 1) & mask) {
      if (slots[2 * at] == high && slots[2 * at + 1] == low) {
        return true;
      }
      if (slots[2 * at] == 0 && slots[2 * at + 1] == 0) {
        return false;
      }
    }
  }

  private boolean put(long[] into, long high, long low) {
    int mask = into.length / 2 - 1;
    int at = (int) low & mask;
    while (into[2 * at] != 0 || into[2 * at + 1] != 0) {
      if (into[2 * at] == high && into[2 * at + 1] == low) {
        return false;
      }
      at = (at + 1) & mask;
    }
    into[2 * at] = high;
    into[2 * at + 1] = low;
    size++;
    return true;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    size = 0;
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0 || slots[i + 1] != 0) {
        put(larger, slots[i], slots[i + 1]);
      }
    }
    slots = larger;
  }
}
