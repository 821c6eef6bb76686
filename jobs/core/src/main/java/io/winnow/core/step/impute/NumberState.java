package io.winnow.core.step.impute;

import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the observed train values of one numeric column tell about what should fill it. */
final class NumberState implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Moments moments = new Moments();
  private final @Nullable Frequencies<Double> frequencies;

  NumberState(ImputeStrategy strategy) {
    frequencies = strategy == ImputeStrategy.MODE ? new Frequencies<>() : null;
  }

  void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    moments.add(value);
    if (frequencies != null) {
      frequencies.add(value);
    }
  }

  void merge(NumberState other) {
    moments.merge(other.moments);
    if (frequencies != null && other.frequencies != null) {
      frequencies.merge(other.frequencies);
    }
  }

  long observed() {
    return moments.count();
  }

  double mean() {
    return moments.mean();
  }

  double mode() {
    if (frequencies == null) {
      throw new IllegalStateException("values were not counted");
    }
    return frequencies.mode().orElseThrow();
  }
}
