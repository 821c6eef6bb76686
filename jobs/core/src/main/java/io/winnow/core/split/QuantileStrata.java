package io.winnow.core.split;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.Rows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bins of a numeric target between its exact quantiles at 1/b, 2/b, … (b − 1)/b: a value is in the
 * first bin whose upper edge is not below it. Equal edges make one, so heavy ties leave fewer bins.
 */
final class QuantileStrata implements Strata {
  private static final long serialVersionUID = 1L;

  private final int target;
  private final double[] edges;

  private QuantileStrata(int target, double[] edges) {
    this.target = target;
    this.edges = edges;
  }

  /**
   * Bins with about as many rows each.
   *
   * @param target index of the numeric column
   */
  static QuantileStrata of(Rows rows, int target, int bins) {
    double[] probabilities =
        IntStream.range(1, bins).mapToDouble(bin -> (double) bin / bins).toArray();
    double[] edges = QuantileScan.quantiles(rows, new int[] {target}, probabilities).get(0);
    return new QuantileStrata(target, Arrays.stream(edges).distinct().toArray());
  }

  @Override
  public int count() {
    return edges.length + 1;
  }

  @Override
  public int of(TypedRow row) {
    double value = row.numbers[target];
    if (Double.isNaN(value)) {
      return -1;
    }
    int place = Arrays.binarySearch(edges, value + 0.0);
    return place >= 0 ? place : -place - 1;
  }
}
