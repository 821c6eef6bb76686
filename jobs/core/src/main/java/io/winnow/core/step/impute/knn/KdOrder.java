package io.winnow.core.step.impute.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders points so that those which observe the same columns and lie near each other stand in the
 * same block: by missingness pattern, then by halving at the median of the widest column, as a k-d
 * tree does (J. L. Bentley, CACM 18(9), 1975). Points of rare patterns share blocks. The order
 * changes how much work a search is, and never its result.
 */
final class KdOrder {
  /** Rows looked at to find the widest column. */
  private static final int SPREAD_SAMPLE = 256;

  /** A pattern gets blocks of its own when it fills this part of one. */
  private static final int OWN_BLOCK_SHARE = 4;

  private final KnnSpace space;
  private final Points points;
  private final int blockSize;
  private final List<int[]> blocks = new ArrayList<>();

  private KdOrder(KnnSpace space, Points points, int blockSize) {
    this.space = space;
    this.points = points;
    this.blockSize = blockSize;
  }

  /** Indices of the points, block by block, at most {@code blockSize} each. */
  static List<int[]> blocks(KnnSpace space, Points points, int blockSize) {
    return new KdOrder(space, points, blockSize).order();
  }

  private List<int[]> order() {
    Map<BitSet, int[]> counts = new LinkedHashMap<>();
    BitSet[] patterns = new BitSet[points.size()];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = pattern(i);
      counts.computeIfAbsent(patterns[i], pattern -> new int[1])[0]++;
    }
    Map<BitSet, int[]> groups = new LinkedHashMap<>();
    counts.forEach((pattern, count) -> groups.put(pattern, new int[count[0]]));
    for (int i = 0; i < patterns.length; i++) {
      int[] left = counts.getOrDefault(patterns[i], new int[1]);
      int[] group = groups.getOrDefault(patterns[i], new int[1]);
      group[group.length - left[0]--] = i;
    }
    List<int[]> rare = new ArrayList<>();
    groups.forEach(
        (pattern, group) -> {
          if (group.length * OWN_BLOCK_SHARE >= blockSize) {
            halve(group, pattern);
          } else {
            rare.add(group);
          }
        });
    cut(rare.stream().flatMapToInt(Arrays::stream).toArray());
    return blocks;
  }

  /** Which columns a point observes. */
  private BitSet pattern(int index) {
    BitSet observed = new BitSet(points.width());
    for (int c = 0; c < points.width(); c++) {
      if (!points.isMissing(index, c)) {
        observed.set(c);
      }
    }
    return observed;
  }

  private void cut(int[] rows) {
    for (int from = 0; from < rows.length; from += blockSize) {
      blocks.add(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + blockSize)));
    }
  }

  private void halve(int[] rows, BitSet observed) {
    if (rows.length <= blockSize) {
      blocks.add(rows);
      return;
    }
    int full = (rows.length + blockSize - 1) / blockSize;
    int middle = full / 2 * blockSize;
    select(rows, middle, widest(rows, observed));
    halve(Arrays.copyOfRange(rows, 0, middle), observed);
    halve(Arrays.copyOfRange(rows, middle, rows.length), observed);
  }

  private int widest(int[] rows, BitSet observed) {
    int stride = Math.max(1, rows.length / SPREAD_SAMPLE);
    int widest = 0;
    double most = -1;
    for (int c : space.compared()) {
      if (observed.get(c)) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i += stride) {
          double cell = points.cell(rows[i], c);
          low = Math.min(low, cell);
          high = Math.max(high, cell);
        }
        double width = (high - low) * space.inverseScale(c);
        double spread = space.isOverlap(c) ? Math.min(1, width) : width;
        if (spread > most) {
          most = spread;
          widest = c;
        }
      }
    }
    return widest;
  }

  /** Moves the smallest {@code count} rows by one column to the front (Hoare's FIND). */
  private void select(int[] rows, int count, int column) {
    int left = 0;
    int right = rows.length - 1;
    while (left < right) {
      double pivot = points.cell(rows[(left + right) >>> 1], column);
      int i = left;
      int j = right;
      while (i <= j) {
        while (points.cell(rows[i], column) < pivot) {
          i++;
        }
        while (points.cell(rows[j], column) > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = rows[i];
          rows[i++] = rows[j];
          rows[j--] = swapped;
        }
      }
      if (count <= j) {
        right = j;
      } else if (count >= i) {
        left = i;
      } else {
        return;
      }
    }
  }
}
