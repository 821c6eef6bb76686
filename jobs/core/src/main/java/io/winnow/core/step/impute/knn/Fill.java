package io.winnow.core.step.impute.knn;

import java.util.Map;
import java.util.TreeMap;

/**
 * What neighbours say of a cell: for numbers Σ w·x / Σ w, for categories the one with the largest Σ
 * w, of several the first. Neighbours are taken nearest first, so the sums are always formed in the
 * same order.
 */
final class Fill {
  private final NeighbourLists lists;
  private final NeighbourWeights weights;

  Fill(NeighbourLists lists, NeighbourWeights weights) {
    this.lists = lists;
    this.weights = weights;
  }

  /** The fill of a list's cell, the column's fallback if the list is empty. */
  double of(int list, KnnColumn column) {
    int neighbours = lists.size(list);
    if (neighbours == 0) {
      return column.fallback();
    }
    return switch (column.measure()) {
      case DIFFERENCE -> mean(list, neighbours);
      case OVERLAP -> mode(list, neighbours);
    };
  }

  private double mean(int list, int neighbours) {
    double sum = 0;
    double total = 0;
    for (int rank = 0; rank < neighbours; rank++) {
      double weight = weight(list, rank);
      sum += weight * lists.cell(list, rank);
      total += weight;
    }
    return sum / total;
  }

  private double mode(int list, int neighbours) {
    Map<Double, Double> totals = new TreeMap<>();
    for (int rank = 0; rank < neighbours; rank++) {
      totals.merge(lists.cell(list, rank), weight(list, rank), Double::sum);
    }
    double mode = Double.NaN;
    double most = -1;
    for (Map.Entry<Double, Double> total : totals.entrySet()) {
      if (total.getValue() > most) {
        most = total.getValue();
        mode = total.getKey();
      }
    }
    return mode;
  }

  private double weight(int list, int rank) {
    return switch (weights) {
      case UNIFORM -> 1;
      case DISTANCE -> {
        double square = lists.square(list, rank);
        if (lists.square(list, 0) == 0) {
          yield square == 0 ? 1 : 0;
        }
        yield 1 / Math.sqrt(square);
      }
    };
  }
}
