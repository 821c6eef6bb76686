package io.winnow.core.step.impute.knn;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Lists of the k nearest donors found so far, one per cell to fill, nearest first. Donors are
 * ranked by (squared distance, key, cell); the last only tells apart donors that share a key.
 * Merging the lists of two sets of donors gives the lists of all of them.
 */
final class NeighbourLists implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int k;
  private final int[] sizes;
  private final double[] squares;
  private final long[] keys;
  private final double[] cells;

  NeighbourLists(int lists, int k) {
    this.k = k;
    sizes = new int[lists];
    squares = new double[lists * k];
    keys = new long[2 * lists * k];
    cells = new double[lists * k];
  }

  int size(int list) {
    return sizes[list];
  }

  double square(int list, int rank) {
    return squares[list * k + rank];
  }

  double cell(int list, int rank) {
    return cells[list * k + rank];
  }

  long keyHigh(int list, int rank) {
    return keys[2 * (list * k + rank)];
  }

  long keyLow(int list, int rank) {
    return keys[2 * (list * k + rank) + 1];
  }

  /** The squared distance beyond which a donor is of no use; an infinite one never is. */
  double limit(int list) {
    return sizes[list] < k ? Double.MAX_VALUE : square(list, k - 1);
  }

  /** Takes a donor in if it is among the k nearest. */
  void offer(int list, double square, long keyHigh, long keyLow, double cell) {
    int size = sizes[list];
    if (!(square <= limit(list))) {
      return;
    }
    int rank = size;
    while (rank > 0 && isBefore(list, rank - 1, square, keyHigh, keyLow, cell)) {
      rank--;
    }
    if (rank == k) {
      return;
    }
    int from = list * k + rank;
    int moved = Math.min(size, k - 1) - rank;
    System.arraycopy(squares, from, squares, from + 1, moved);
    System.arraycopy(keys, 2 * from, keys, 2 * (from + 1), 2 * moved);
    System.arraycopy(cells, from, cells, from + 1, moved);
    squares[from] = square;
    keys[2 * from] = keyHigh;
    keys[2 * from + 1] = keyLow;
    cells[from] = cell;
    sizes[list] = Math.min(size + 1, k);
  }

  void merge(NeighbourLists other) {
    for (int list = 0; list < sizes.length; list++) {
      for (int rank = 0; rank < other.sizes[list]; rank++) {
        offer(
            list,
            other.square(list, rank),
            other.keyHigh(list, rank),
            other.keyLow(list, rank),
            other.cell(list, rank));
      }
    }
  }

  /** How many donors of a list another one has, too. */
  int shared(NeighbourLists other, int list) {
    int shared = 0;
    for (int rank = 0; rank < sizes[list]; rank++) {
      shared += other.holds(list, keyHigh(list, rank), keyLow(list, rank)) ? 1 : 0;
    }
    return shared;
  }

  private boolean holds(int list, long keyHigh, long keyLow) {
    return IntStream.range(0, sizes[list])
        .anyMatch(rank -> keyHigh(list, rank) == keyHigh && keyLow(list, rank) == keyLow);
  }

  /** Whether the donor given stands before the one of that rank. */
  private boolean isBefore(
      int list, int rank, double square, long keyHigh, long keyLow, double cell) {
    int order = Double.compare(square, square(list, rank));
    if (order == 0) {
      order = Long.compareUnsigned(keyHigh, keyHigh(list, rank));
    }
    if (order == 0) {
      order = Long.compareUnsigned(keyLow, keyLow(list, rank));
    }
    return (order == 0 ? Double.compare(cell, cell(list, rank)) : order) < 0;
  }
}
