package io.winnow.core.split;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which split follows which along the order of unsigned 64-bit numbers. */
final class Segments implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] last;
  private final Split[] splits;

  private Segments(long[] last, Split[] splits) {
    this.last = last;
    this.splits = splits;
  }

  /** The split at a number. */
  Split at(long number) {
    int i = 0;
    while (Long.compareUnsigned(number, last[i]) > 0) {
      i++;
    }
    return splits[i];
  }

  /**
   * Ranks, from 0, of the rows where one split ends and another begins; ascending.
   *
   * @param rows of each part
   * @param parts the splits that the parts belong to
   */
  static long[] lastRanks(long[] rows, List<Split> parts) {
    List<Long> ranks = new ArrayList<>();
    long end = 0;
    Split open = null;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        if (open != null && open != parts.get(i)) {
          ranks.add(end - 1);
        }
        open = parts.get(i);
        end += rows[i];
      }
    }
    return ranks.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * The segments that end where {@link #lastRanks} says.
   *
   * @param keys the numbers at these ranks
   */
  static Segments of(long[] rows, List<Split> parts, long[] keys) {
    List<Split> order = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0 && (order.isEmpty() || order.get(order.size() - 1) != parts.get(i))) {
        order.add(parts.get(i));
      }
    }
    if (order.isEmpty()) { // Nobody will ask.
      order.add(Split.TRAIN);
    }
    long[] last = Arrays.copyOf(keys, order.size());
    last[order.size() - 1] = -1;
    return new Segments(last, order.toArray(new Split[0]));
  }
}
