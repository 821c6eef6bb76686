package io.winnow.core.step.select;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deciles that numbers are divided by: a value is in the bin of how many of the nine deciles it is
 * not below, as {@code numpy.digitize} has it.
 */
final class NumberBins implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bins of a number. */
  static final int COUNT = 10;

  private final double[][] edges;
  private final double @Nullable [] labelEdges;
  private final int classes;

  /**
   * Bins of numeric features and of the label.
   *
   * @param edges by feature, ascending; none puts all values into one bin
   * @param classes of the label; 0 for a number, whose edges then stand behind those of the
   *     features
   */
  NumberBins(List<double[]> edges, int features, int classes) {
    this.edges = edges.subList(0, features).toArray(double[][]::new);
    labelEdges = classes == 0 ? edges.get(features) : null;
    this.classes = classes == 0 ? COUNT : classes;
  }

  /** Probabilities of the deciles. */
  static double[] probabilities() {
    double[] probabilities = new double[COUNT - 1];
    Arrays.setAll(probabilities, i -> (i + 1) / (double) COUNT);
    return probabilities;
  }

  /** Classes of the label, or bins of its numbers. */
  int classes() {
    return classes;
  }

  /** Bin of a numeric feature's value. */
  int of(int feature, double value) {
    return bin(edges[feature], value);
  }

  /** Class of a label, or the bin of its number. */
  int classOf(double label) {
    return labelEdges == null ? (int) label : bin(labelEdges, label);
  }

  private static int bin(double[] edges, double value) {
    int bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    return bin;
  }
}
