package io.winnow.core.step.impute.knn;

import java.io.Serializable;

/**
 * Some hundred donors, column by column, with the box around them. A missing cell holds 0 and is
 * masked where its column is observed by some donors only.
 */
final class DonorBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] NO_MASK = {};

  final int size;
  private final double[][] cells;
  // 1 where observed, 0 where not; only for columns of presence SOME.
  private final double[][] masks;
  private final Presence[] presences;
  private final double[] lows;
  private final double[] highs;
  private final long[] keys;

  DonorBlock(KnnSpace space, Points points, int[] rows) {
    size = rows.length;
    int width = space.size();
    cells = new double[width][size];
    masks = new double[width][];
    presences = new Presence[width];
    lows = new double[width];
    highs = new double[width];
    keys = new long[2 * size];
    for (int c = 0; c < width; c++) {
      fill(points, rows, c);
    }
    for (int i = 0; i < size; i++) {
      keys[2 * i] = points.keyHigh(rows[i]);
      keys[2 * i + 1] = points.keyLow(rows[i]);
    }
  }

  private void fill(Points points, int[] rows, int column) {
    double[] mask = new double[size];
    int observed = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      if (!points.isMissing(rows[i], column)) {
        double cell = points.cell(rows[i], column);
        cells[column][i] = cell;
        mask[i] = 1;
        observed++;
        low = Math.min(low, cell);
        high = Math.max(high, cell);
      }
    }
    presences[column] =
        observed == size ? Presence.ALL : observed == 0 ? Presence.NONE : Presence.SOME;
    masks[column] = presences[column] == Presence.SOME ? mask : NO_MASK;
    lows[column] = low;
    highs[column] = high;
  }

  Presence presence(int column) {
    return presences[column];
  }

  double[] cells(int column) {
    return cells[column];
  }

  double[] mask(int column) {
    return masks[column];
  }

  /** Whether a donor observes a column. */
  boolean observes(int donor, int column) {
    return switch (presences[column]) {
      case ALL -> true;
      case NONE -> false;
      case SOME -> masks[column][donor] == 1;
    };
  }

  long keyHigh(int donor) {
    return keys[2 * donor];
  }

  long keyLow(int donor) {
    return keys[2 * donor + 1];
  }

  /** How far a number lies outside the range of a column, 0 inside. */
  double gap(int column, double cell) {
    if (cell < lows[column]) {
      return lows[column] - cell;
    }
    return cell > highs[column] ? cell - highs[column] : 0;
  }
}
