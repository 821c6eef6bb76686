package io.winnow.core.profile;

import io.winnow.core.profile.NumberSummary.Histogram;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Counts of the values of one column in {@value #BINS} bins between its least and greatest. */
final class HistogramState implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int BINS = 20;

  private final double[] edges = new double[BINS + 1];
  private final long[] counts = new long[BINS];

  HistogramState(double min, double max) {
    for (int i = 0; i <= BINS; i++) {
      // Written so that the width of the widest column does not overflow.
      edges[i] = i == BINS ? max : min + i * (max / BINS - min / BINS);
    }
  }

  void add(double value) {
    int found = Arrays.binarySearch(edges, value);
    int bin = found >= 0 ? found : -found - 2;
    // The greatest value belongs to the last bin; rounded edges must not lose the least one.
    counts[Math.max(0, Math.min(bin, BINS - 1))]++;
  }

  void merge(HistogramState other) {
    for (int i = 0; i < BINS; i++) {
      counts[i] += other.counts[i];
    }
  }

  Histogram histogram() {
    return new Histogram(
        Arrays.stream(edges).boxed().toList(), LongStream.of(counts).boxed().toList());
  }
}
