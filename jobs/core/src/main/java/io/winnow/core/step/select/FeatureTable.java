package io.winnow.core.step.select;

import io.winnow.core.statistics.Moments;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a feature of few values, most of them 0, and each class of the label occur together.
 * Zeros are not added; they are what is missing of all rows.
 */
final class FeatureTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int classes;
  private final TreeMap<Double, long[]> counts = new TreeMap<>();

  FeatureTable(int classes) {
    this.classes = classes;
  }

  /** Counts a value other than 0. */
  void add(double value, int label) {
    counts.computeIfAbsent(value, added -> new long[classes])[label]++;
  }

  void merge(FeatureTable other) {
    other.counts.forEach(
        (value, added) -> {
          long[] own = counts.computeIfAbsent(value, missing -> new long[classes]);
          for (int i = 0; i < classes; i++) {
            own[i] += added[i];
          }
        });
  }

  /**
   * Variance of the feature with ddof 0, exact.
   *
   * @param all rows by class, at least one
   */
  double variance(long[] all) {
    Moments moments = new Moments();
    long zeros = 0;
    for (long count : zeros(all)) {
      zeros += count;
    }
    moments.add(0, zeros);
    for (Map.Entry<Double, long[]> value : counts.entrySet()) {
      for (long count : value.getValue()) {
        moments.add(value.getKey(), count);
      }
    }
    return moments.variance(0);
  }

  /** The table of all rows, by value. */
  List<long[]> rows(long[] all) {
    List<long[]> rows = new ArrayList<>(counts.values());
    rows.add(zeros(all));
    return rows;
  }

  private long[] zeros(long[] all) {
    long[] zeros = all.clone();
    for (long[] value : counts.values()) {
      for (int i = 0; i < classes; i++) {
        zeros[i] -= value[i];
      }
    }
    return zeros;
  }
}
