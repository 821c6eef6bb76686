package io.winnow.core.statistics;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Exact order statistics of many groups of unsigned 64-bit keys, in a few passes over the data.
 *
 * <p>The caller scans the data once for each pass and joins what its tasks have noted:
 *
 * <pre>{@code
 * while (!selection.done()) {
 *   Pass pass = selection.nextPass();      // one for each task
 *   pass.add(group, key);                  // every key, in every pass
 *   pass.merge(passOfAnotherTask);
 *   selection.accept(pass);
 * }
 * }</pre>
 *
 * <p>This is a radix selection on ranges of keys. The first pass counts the keys of each group in
 * bins, of which only those with a wanted rank are looked into again. A bin knows its smallest and
 * its largest key, so that heavy ties end at once and the next pass divides no more than the span
 * in use; a bin with few keys is collected whole and ends there. Two or three passes are usual.
 * Each narrows a range by 11 bits at least, so six are the most.
 *
 * <p>Memory of a pass over r open ranges (at first one for each group, later at most one for each
 * wanted rank): at most {@code max(24 MiB, r · 48 KiB)} of bins, allocated as keys fall into them,
 * and {@code max(8 MiB, r · 48 KiB)} of collected keys. Only the bins in use are serialised.
 *
 * <p>The result depends on the set of keys alone, and a set that changes between two passes is
 * detected where it touches an open range.
 */
public final class RankSelection {
  private static final int MIN_BITS = 11;
  private static final int MAX_BITS = 16;

  /** Bins of all open ranges together, unless that leaves a range less than 2^MIN_BITS. */
  private static final int BINS = 1 << 20;

  /** Keys collected from all ranges together, unless a range may have more in place of its bins. */
  private static final int COLLECTED_KEYS = 1 << 20;

  /** Ranges that are sooner tried one after the other than searched. */
  private static final int FEW_RANGES = 8;

  private final RankRule rule;
  private final long[] counts;
  private final long[][] ranks;
  private final long[][] keys;
  private List<List<OpenRange>> open;
  private int passes;

  /**
   * Starts a selection.
   *
   * @param groups how many groups there are, at least 1
   * @param rule the ranks wanted of each group
   */
  public RankSelection(int groups, RankRule rule) {
    if (groups < 1) {
      throw new IllegalArgumentException("a selection needs at least 1 group, not " + groups);
    }
    this.rule = rule;
    counts = new long[groups];
    ranks = new long[groups][];
    keys = new long[groups][];
    // Every key there is; how many there are, the first pass tells.
    open = Collections.nCopies(groups, List.of(new OpenRange(0, -1, 0, 0, 0, 0)));
  }

  /**
   * A fresh pass, empty, of the current round; each task may take its own.
   *
   * @throws IllegalStateException if all ranks are selected already
   */
  public Pass nextPass() {
    if (done()) {
      throw new IllegalStateException("all ranks were selected in " + passes + " passes");
    }
    int total = open.stream().mapToInt(List::size).sum();
    int bits = Math.max(MIN_BITS, Math.min(MAX_BITS, floorLog2(BINS / total)));
    int few = Math.max(KeyHistogram.NUMBERS_PER_BIN << MIN_BITS, COLLECTED_KEYS / total);
    KeyRange[][] ranges =
        open.stream()
            .map(group -> group.stream().map(range -> empty(range, bits, few)))
            .map(group -> group.toArray(KeyRange[]::new))
            .toArray(KeyRange[][]::new);
    return new Pass(passes, ranges);
  }

  /**
   * Takes the merged pass over all data and narrows the search.
   *
   * @throws IllegalArgumentException if the pass is not of the current round
   * @throws IllegalStateException if the keys are not those of the earlier passes, or the rule asks
   *     for ranks that do not exist
   */
  public void accept(Pass merged) {
    if (merged.round != passes) {
      throw new IllegalArgumentException(
          "pass %d was given where pass %d is expected".formatted(merged.round + 1, passes + 1));
    }
    List<List<OpenRange>> narrower = new ArrayList<>();
    for (int group = 0; group < counts.length; group++) {
      narrower.add(passes == 0 ? first(group, merged) : narrowed(group, merged));
    }
    open = narrower;
    passes++;
  }

  /** Whether every wanted rank has its key. */
  public boolean done() {
    return open.stream().allMatch(List::isEmpty);
  }

  /**
   * How many keys the group has.
   *
   * @throws IllegalStateException before the first pass
   */
  public long count(int group) {
    if (passes == 0) {
      throw new IllegalStateException("the groups are not counted before the first pass");
    }
    return counts[group];
  }

  /**
   * The selected keys of the group, in the order of its ranks.
   *
   * @throws IllegalStateException before all ranks are selected
   */
  public long[] keys(int group) {
    if (!done()) {
      throw new IllegalStateException("ranks are still open after " + passes + " passes");
    }
    return keys[group].clone();
  }

  private static KeyRange empty(OpenRange range, int bits, int few) {
    boolean counted = range.count() > 0;
    return counted && range.count() <= few
        ? new KeyCollection(range.low(), range.high())
        : new KeyHistogram(range.low(), range.high(), bits);
  }

  private List<OpenRange> first(int group, Pass merged) {
    KeyRange all = merged.ranges[group][0];
    counts[group] = all.count();
    ranks[group] = checked(group, rule.ranks(group, all.count()).clone());
    keys[group] = new long[ranks[group].length];
    OpenRange whole = new OpenRange(0, -1, 0, all.count(), 0, ranks[group].length);
    return all.settle(whole, ranks[group], keys[group]);
  }

  private List<OpenRange> narrowed(int group, Pass merged) {
    List<OpenRange> narrower = new ArrayList<>();
    for (int i = 0; i < open.get(group).size(); i++) {
      OpenRange range = open.get(group).get(i);
      KeyRange noted = merged.ranges[group][i];
      if (noted.count() != range.count()) {
        throw new IllegalStateException(
            "the data changed between two passes: group %d had %d keys in a range and now has %d"
                .formatted(group, range.count(), noted.count()));
      }
      narrower.addAll(noted.settle(range, ranks[group], keys[group]));
    }
    return narrower;
  }

  private long[] checked(int group, long[] wanted) {
    long previous = 0;
    for (long rank : wanted) {
      if (rank < previous || rank >= counts[group]) {
        throw new IllegalStateException(
            "rank %d of group %d is out of order or not below its count of %d"
                .formatted(rank, group, counts[group]));
      }
      previous = rank;
    }
    return wanted;
  }

  private static int floorLog2(int x) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(x);
  }

  /** What one scan of the data, or of a part of it, has noted. Not safe for several threads. */
  public static final class Pass implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final int round;

    /** For each group its open ranges, disjoint and ascending. */
    private final KeyRange[][] ranges;

    private Pass(int round, KeyRange[][] ranges) {
      this.round = round;
      this.ranges = ranges;
    }

    /** Notes one key of a group. Keys outside the ranges still open cost a search and no memory. */
    public void add(int group, long key) {
      KeyRange[] candidates = ranges[group];
      int low = 0;
      int high = candidates.length - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (Long.compareUnsigned(candidates[middle].low(), key) <= 0) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      if (low <= high && candidates[low].contains(key)) {
        candidates[low].add(key);
      }
    }

    /**
     * Notes the keys of numbers ({@link OrderedKey}), as if one by one; NaN has none.
     *
     * @param count how many of the numbers count
     */
    public void add(int group, double[] numbers, int count) {
      if (ranges[group].length <= FEW_RANGES) {
        for (KeyRange range : ranges[group]) {
          range.add(numbers, count);
        }
        return;
      }
      for (int i = 0; i < count; i++) {
        if (!Double.isNaN(numbers[i])) {
          add(group, OrderedKey.of(numbers[i]));
        }
      }
    }

    /**
     * Adds what another pass of the same round has noted; the other one is left as it is.
     *
     * @throws IllegalArgumentException if the other is of another round or another selection
     */
    public void merge(Pass other) {
      if (round != other.round || ranges.length != other.ranges.length) {
        throw new IllegalArgumentException(
            "pass %d over %d groups cannot be merged with pass %d over %d groups"
                .formatted(round + 1, ranges.length, other.round + 1, other.ranges.length));
      }
      for (int group = 0; group < ranges.length; group++) {
        for (int i = 0; i < ranges[group].length; i++) {
          ranges[group][i].merge(other.ranges[group][i]);
        }
      }
    }
  }
}
