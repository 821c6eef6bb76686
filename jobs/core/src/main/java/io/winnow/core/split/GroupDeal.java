package io.winnow.core.split;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Deals whole groups to parts so that the rows of each part, in every stratum, come near to their
 * shares.
 *
 * <p>Groups are taken by falling size, as far as the power of two below their rows says, and within
 * such a class in the seeded order. Each goes to the part where it lowers the most, or raises the
 * least, the sum of (dealt − wanted)² / wanted over strata and parts, where wanted is the part's
 * share of the stratum's rows, in doubles; of equal parts to the first. So every part gets large
 * and small groups, and the small ones even out what the large ones leave. As soon as no more
 * groups are left than there are parts without rows, only these get any.
 */
final class GroupDeal {
  private final GroupTable groups;
  private final double[] shares;
  private final long[] rows;
  private final long[][] dealt;
  private final boolean[] empty;
  private final byte[] parts;

  private GroupDeal(GroupTable groups, double[] shares, long[] rows) {
    this.groups = groups;
    this.shares = shares;
    this.rows = rows;
    dealt = new long[rows.length][shares.length];
    empty = new boolean[shares.length];
    parts = new byte[groups.size()];
    for (int part = 0; part < shares.length; part++) {
      empty[part] = shares[part] > 0;
    }
  }

  /**
   * Deals all groups.
   *
   * @param shares of each part, together 1
   * @param rows of each stratum, in groups or not
   * @param alone rows that are in no group; they can fill parts too
   */
  static GroupDeal of(GroupTable groups, double[] shares, long[] rows, long alone) {
    GroupDeal deal = new GroupDeal(groups, shares, rows);
    int[] order = order(groups);
    for (int i = 0; i < order.length; i++) {
      deal.deal(order[i], order.length - i + alone);
    }
    return deal;
  }

  /** Rows dealt, by stratum and part. */
  long dealt(int stratum, int part) {
    return dealt[stratum][part];
  }

  /** Part of a group. */
  int part(int group) {
    return parts[group];
  }

  private static int[] order(GroupTable groups) {
    Comparator<Integer> bySize =
        Comparator.comparingInt(group -> Long.numberOfLeadingZeros(groups.rows(group)));
    return IntStream.range(0, groups.size())
        .boxed()
        .sorted(
            bySize.thenComparing((a, b) -> Long.compareUnsigned(groups.place(a), groups.place(b))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void deal(int group, long unitsLeft) {
    int empties = 0;
    for (boolean each : empty) {
      empties += each ? 1 : 0;
    }
    boolean onlyEmpty = empties > 0 && unitsLeft <= empties;
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int part = 0; part < empty.length; part++) {
      double rise =
          shares[part] == 0 || (onlyEmpty && !empty[part])
              ? Double.POSITIVE_INFINITY
              : rise(group, part);
      if (rise < least) {
        best = part;
        least = rise;
      }
    }
    parts[group] = (byte) best;
    empty[best] = false;
    for (int stratum = 0; stratum < dealt.length; stratum++) {
      dealt[stratum][best] += groups.rows(group, stratum);
    }
  }

  /** By how much the sum grows when a part takes a group, less what is the same for all parts. */
  private double rise(int group, int part) {
    double rise = 0;
    for (int stratum = 0; stratum < dealt.length; stratum++) {
      long size = groups.rows(group, stratum);
      if (size > 0) {
        rise += (double) size / rows[stratum] * (size + 2 * dealt[stratum][part]);
      }
    }
    return rise / shares[part];
  }
}
