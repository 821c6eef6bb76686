package io.winnow.core.split;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The split of each group by its place in the seeded order: 9 bytes a group. */
final class GroupSplits implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] places;
  private final byte[] parts;
  private final List<Split> splits;

  private GroupSplits(long[] places, byte[] parts, List<Split> splits) {
    this.places = places;
    this.parts = parts;
    this.splits = splits;
  }

  static GroupSplits of(GroupTable groups, GroupDeal deal, List<Split> splits) {
    long[] places = new long[groups.size()];
    byte[] parts = new byte[groups.size()];
    int[] order =
        IntStream.range(0, groups.size())
            .boxed()
            .sorted(Comparator.comparingLong(groups::place))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < order.length; i++) {
      places[i] = groups.place(order[i]);
      parts[i] = (byte) deal.part(order[i]);
    }
    return new GroupSplits(places, parts, splits);
  }

  /** The split at a place that some group has. */
  Split at(long place) {
    int found = Arrays.binarySearch(places, place);
    if (found < 0) {
      throw new IllegalStateException(
          "a row is in a group that was not there when splits were dealt");
    }
    return splits.get(parts[found]);
  }
}
