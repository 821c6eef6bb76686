package io.winnow.core.profile;

import io.winnow.core.statistics.Moments;
import java.io.Serializable;

/** What one scan learns of a numeric column. */
final class NumberState implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DistinctState<Double> distinct;
  private final Moments moments = new Moments();
  private long missing;
  private long zeros;
  private long whole;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  NumberState(int cap) {
    distinct = new DistinctState<>(cap);
  }

  void add(double value) {
    if (Double.isNaN(value)) {
      missing++;
      return;
    }
    moments.add(value);
    distinct.add(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (value == 0) {
      zeros++;
    }
    if (value == Math.rint(value)) {
      whole++;
    }
  }

  void merge(NumberState other) {
    moments.merge(other.moments);
    distinct.merge(other.distinct);
    missing += other.missing;
    zeros += other.zeros;
    whole += other.whole;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  long missing() {
    return missing;
  }

  long observed() {
    return moments.count();
  }

  long zeros() {
    return zeros;
  }

  boolean isWhole() {
    return whole == moments.count();
  }

  Moments moments() {
    return moments;
  }

  DistinctState<Double> distinct() {
    return distinct;
  }

  /** The least value; adding a positive zero turns a negative one into it. */
  double min() {
    return min + 0.0;
  }

  /** The greatest value. */
  double max() {
    return max + 0.0;
  }
}
