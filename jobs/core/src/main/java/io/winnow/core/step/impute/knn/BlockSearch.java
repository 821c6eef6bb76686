package io.winnow.core.step.impute.knn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Takes tiles of receivers through donor blocks: block outside, receivers inside. */
final class BlockSearch {
  /** Visits of a receiver to a block after which it is decided whether pruning pays. */
  private static final long PROBE = 4096;

  /** Pruning pays when it saves one visit of this many; a bound costs a fraction of that. */
  private static final int WORTHWHILE = 10;

  private final KnnSpace space;
  private final Receivers receivers;
  private final NeighbourLists lists;
  private final DonorBlock[] blocks;
  private final SquareSums sums;
  private final int[] found;
  private final int[] missing;
  private int missingCount;
  private Pruning pruning;
  private long looked;
  private long pruned;

  BlockSearch(
      KnnSpace space,
      Receivers receivers,
      NeighbourLists lists,
      DonorBlock[] blocks,
      Pruning pruning) {
    this.space = space;
    this.receivers = receivers;
    this.lists = lists;
    this.blocks = blocks;
    this.pruning = pruning;
    int most = Arrays.stream(blocks).mapToInt(block -> block.size).max().orElse(0);
    sums = new SquareSums(space, most);
    found = new int[most];
    missing = new int[space.filled().length];
  }

  /** Takes receivers through every block, the nearest of the first receiver first. */
  void visit(int[] tile) {
    double[][] rows = new double[tile.length][space.size()];
    for (int t = 0; t < tile.length; t++) {
      receivers.points().read(tile[t], rows[t]);
    }
    for (DonorBlock block : inOrder(rows[tile.length / 2])) {
      for (int t = 0; t < tile.length; t++) {
        visit(tile[t], rows[t], block);
      }
    }
    if (pruning == Pruning.WHERE_IT_PAYS && looked >= PROBE && pruned * WORTHWHILE < looked) {
      pruning = Pruning.NEVER;
    }
  }

  double prunedShare() {
    return looked == 0 ? 0 : (double) pruned / looked;
  }

  private DonorBlock[] inOrder(double[] row) {
    if (pruning == Pruning.NEVER) {
      return blocks;
    }
    double[] bounds = Arrays.stream(blocks).mapToDouble(block -> bound(row, block)).toArray();
    return IntStream.range(0, blocks.length)
        .boxed()
        .sorted(Comparator.comparingDouble(b -> bounds[b]))
        .map(b -> blocks[b])
        .toArray(DonorBlock[]::new);
  }

  private void visit(int receiver, double[] row, DonorBlock block) {
    int first = receivers.firstList(receiver);
    double limit = limit(row, first, block);
    if (limit < 0) {
      return;
    }
    if (pruning != Pruning.NEVER) {
      looked++;
      if (bound(row, block) > limit) {
        pruned++;
        return;
      }
    }
    sums.form(row, block);
    int count = sums.within(space.sumWithin(limit, sums.commonCount()), found);
    for (int i = 0; i < count; i++) {
      offer(first, found[i], block);
    }
  }

  /**
   * The largest limit among the receiver's lists that the block may add to, or −1 if there is none;
   * also notes which columns the lists are of.
   */
  private double limit(double[] row, int first, DonorBlock block) {
    double limit = -1;
    int list = 0;
    for (int c : space.filled()) {
      if (Double.isNaN(row[c])) {
        missing[list] = c;
        if (block.presence(c) != Presence.NONE) {
          limit = Math.max(limit, lists.limit(first + list));
        }
        list++;
      }
    }
    missingCount = list;
    return limit;
  }

  private void offer(int first, int donor, DonorBlock block) {
    double square = space.square(sums.sum(donor), sums.common(block, donor));
    for (int list = 0; list < missingCount; list++) {
      int column = missing[list];
      if (block.observes(donor, column)) {
        lists.offer(
            first + list,
            square,
            block.keyHigh(donor),
            block.keyLow(donor),
            block.cells(column)[donor]);
      }
    }
  }

  /**
   * No donor of the block is nearer than this. It is formed like a distance, with the same
   * roundings in the same order, each of which is monotone, so it holds to the last bit.
   */
  private double bound(double[] row, DonorBlock block) {
    double sum = 0;
    int common = 0;
    for (int c : space.compared()) {
      if (!Double.isNaN(row[c]) && block.presence(c) != Presence.NONE) {
        common++;
        if (block.presence(c) == Presence.ALL) {
          double gap = block.gap(c, row[c]);
          double scaled = gap * space.inverseScale(c);
          sum += space.isOverlap(c) ? Math.min(1, gap) : scaled * scaled;
        }
      }
    }
    return common == 0 ? Double.POSITIVE_INFINITY : space.square(sum, common);
  }
}
