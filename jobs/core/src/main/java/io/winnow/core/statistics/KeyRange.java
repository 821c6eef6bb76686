package io.winnow.core.statistics;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * What one pass notes about the keys from low to high (both inside, in unsigned order), the span in
 * which at least one wanted rank is known to lie.
 */
abstract sealed class KeyRange implements Serializable permits KeyHistogram, KeyCollection {
  @Serial private static final long serialVersionUID = 1L;

  private final long low;
  private final long high;

  KeyRange(long low, long high) {
    this.low = low;
    this.high = high;
  }

  final long low() {
    return low;
  }

  final boolean contains(long key) {
    return Long.compareUnsigned(key, low) >= 0 && Long.compareUnsigned(key, high) <= 0;
  }

  final long high() {
    return high;
  }

  /** Notes a key that the range contains. */
  abstract void add(long key);

  /** Notes the keys of those numbers that the range contains; NaN has none. */
  final void add(double[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      double number = numbers[i];
      if (!Double.isNaN(number)) {
        long key = OrderedKey.of(number);
        if (contains(key)) {
          add(key);
        }
      }
    }
  }

  /** How many keys were noted. */
  abstract long count();

  /** Adds what a range of the same kind and span has noted. */
  abstract void merge(KeyRange other);

  /**
   * Settles the wanted ranks that lie in this range, as far as the notes suffice.
   *
   * @param open where the ranks lie
   * @param ranks the wanted ranks of the group, ascending
   * @param keys receives the key of each settled rank
   * @return the narrower ranges of the ranks that are not settled yet
   */
  abstract List<OpenRange> settle(OpenRange open, long[] ranks, long[] keys);
}
