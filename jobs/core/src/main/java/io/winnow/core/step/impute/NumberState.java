package io.winnow.core.step.impute;

import io.winnow.core.scan.ObservedNumber;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the observed train values of one numeric column tell about what should fill it. */
final class NumberState implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<ImputeStrategy> MEANS =
      EnumSet.of(ImputeStrategy.MEAN, ImputeStrategy.REGRESSION, ImputeStrategy.KNN);

  private final String name;
  private final @Nullable Moments moments;
  private final @Nullable Frequencies<Double> frequencies;
  private long observed;
  private long missing;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  NumberState(String name, ImputeStrategy strategy) {
    this.name = name;
    moments = MEANS.contains(strategy) ? new Moments() : null;
    frequencies = strategy == ImputeStrategy.MODE ? new Frequencies<>() : null;
  }

  void add(double value) {
    if (!ObservedNumber.is(name, value)) {
      missing++;
      return;
    }
    observed++;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (moments != null) {
      moments.add(value);
    }
    if (frequencies != null) {
      frequencies.add(value);
    }
  }

  void merge(NumberState other) {
    observed += other.observed;
    missing += other.missing;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    if (moments != null && other.moments != null) {
      moments.merge(other.moments);
    }
    if (frequencies != null && other.frequencies != null) {
      frequencies.merge(other.frequencies);
    }
  }

  long observed() {
    return observed;
  }

  long missing() {
    return missing;
  }

  double mean() {
    if (moments == null) {
      throw new IllegalStateException("values were not summed");
    }
    return moments.mean();
  }

  double mode() {
    if (frequencies == null) {
      throw new IllegalStateException("values were not counted");
    }
    return frequencies.mode().orElseThrow();
  }

  /** Whether a value lies among the observed ones. */
  boolean spans(double value) {
    return min <= value && value <= max;
  }

  /** A number below all observed ones by their range, and by 1 at least; NaN if there is none. */
  double sentinel() {
    if (observed == 0) {
      return -1;
    }
    double below = min - Math.max(1, max - min);
    return below < min && Double.isFinite(below) ? below : Double.NaN;
  }
}
