package io.winnow.core.step.impute.knn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a batch that lack cells, those with equal observed cells once, and their lists. */
final class Receivers implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int NONE = -1;

  private final KnnSpace space;
  private final Points points;
  private final int[] receiverOf;
  private final int[] firstLists;

  private Receivers(KnnSpace space, Points points, int[] receiverOf) {
    this.space = space;
    this.points = points;
    this.receiverOf = receiverOf;
    firstLists = new int[points.size() + 1];
    for (int r = 0; r < points.size(); r++) {
      firstLists[r + 1] = firstLists[r] + missing(points, r);
    }
  }

  static Receivers of(KnnSpace space, Points rows) {
    int[] receiverOf = new int[rows.size()];
    Map<List<Double>, Integer> known = new HashMap<>();
    Points points = new Points(space);
    double[] row = new double[space.size()];
    for (int i = 0; i < receiverOf.length; i++) {
      rows.read(i, row);
      receiverOf[i] = NONE;
      if (lacksSome(space, row)) {
        Integer receiver = known.putIfAbsent(searched(space, row), points.size());
        if (receiver == null) {
          receiverOf[i] = points.size();
          points.add(row, rows.key(i));
        } else {
          receiverOf[i] = receiver;
        }
      }
    }
    return new Receivers(space, points, receiverOf);
  }

  /** The rows to search for; their keys have no meaning. */
  Points points() {
    return points;
  }

  /** How many lists of neighbours they need: one per missing cell to fill. */
  int lists() {
    return firstLists[points.size()];
  }

  /** The first list of a receiver; the others follow, in the order of the columns filled. */
  int firstList(int receiver) {
    return firstLists[receiver];
  }

  /** The list of a cell of a row of the batch, or −1 when it is not to be filled. */
  int list(int row, int column) {
    int receiver = receiverOf[row];
    if (receiver == NONE || !points.isMissing(receiver, column)) {
      return NONE;
    }
    int list = firstLists[receiver];
    for (int c : space.filled()) {
      if (c == column) {
        return list;
      }
      list += points.isMissing(receiver, c) ? 1 : 0;
    }
    return NONE;
  }

  private int missing(Points rows, int index) {
    return (int) Arrays.stream(space.filled()).filter(c -> rows.isMissing(index, c)).count();
  }

  private static boolean lacksSome(KnnSpace space, double[] row) {
    return Arrays.stream(space.filled()).anyMatch(c -> Double.isNaN(row[c]));
  }

  /** What a search depends on: cells in the distance, and which others are missing. */
  private static List<Double> searched(KnnSpace space, double[] row) {
    Double[] cells = new Double[row.length];
    for (int c = 0; c < row.length; c++) {
      cells[c] = space.column(c).isCompared() || Double.isNaN(row[c]) ? row[c] : 0.0;
    }
    return List.of(cells);
  }
}
