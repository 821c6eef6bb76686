package io.winnow.core.split;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of each stratum every group has, by the group's place in the seeded order; groups
 * that share a place are one group from here on. Takes 8 bytes for a group and 8 for each stratum
 * of it, besides an index of 4 to 8 bytes that is not sent.
 */
final class GroupTable implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FREE = 0;

  private final int strata;
  private int size;
  private long[] places = {};
  private long[] rows = {};
  // Number of a group plus one, by open addressing; made anew where the table arrives.
  private transient int @Nullable [] index;

  GroupTable(int strata) {
    this.strata = strata;
  }

  int size() {
    return size;
  }

  int strata() {
    return strata;
  }

  long place(int group) {
    return places[group];
  }

  long rows(int group, int stratum) {
    return rows[group * strata + stratum];
  }

  /** Rows of a group in all strata. */
  long rows(int group) {
    long sum = 0;
    for (int stratum = 0; stratum < strata; stratum++) {
      sum += rows(group, stratum);
    }
    return sum;
  }

  /** Counts rows of a group. */
  void add(long place, int stratum, long count) {
    int group = group(place); // May replace the array.
    rows[group * strata + stratum] += count;
  }

  void merge(GroupTable other) {
    for (int group = 0; group < other.size; group++) {
      for (int stratum = 0; stratum < strata; stratum++) {
        add(other.places[group], stratum, other.rows(group, stratum));
      }
    }
  }

  private int group(long place) {
    int[] slots = index;
    if (slots == null || 2 * size >= slots.length) {
      slots = indexed();
    }
    int mask = slots.length - 1;
    int at = (int) place & mask;
    while (slots[at] != FREE) {
      if (places[slots[at] - 1] == place) {
        return slots[at] - 1;
      }
      at = (at + 1) & mask;
    }
    reserve();
    places[size] = place;
    slots[at] = ++size;
    return size - 1;
  }

  private void reserve() {
    if (size == places.length) {
      int larger = Math.max(16, size + (size >> 1));
      places = Arrays.copyOf(places, larger);
      rows = Arrays.copyOf(rows, Math.multiplyExact(larger, strata));
    }
  }

  private int[] indexed() {
    int[] slots = new int[Math.max(64, Integer.highestOneBit(Math.max(size, 1)) << 3)];
    int mask = slots.length - 1;
    for (int group = 0; group < size; group++) {
      int at = (int) places[group] & mask;
      while (slots[at] != FREE) {
        at = (at + 1) & mask;
      }
      slots[at] = group + 1;
    }
    index = slots;
    return slots;
  }
}
