package io.winnow.core.profile;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.HyperLogLog;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column: counted one by one as long as there are no more than a cap,
 * estimated by a {@link HyperLogLog} beyond it. Whether the cap is passed depends on the set of
 * values alone, not on which part of the table met them first.
 *
 * @param <T> texts or doubles
 */
final class DistinctState<T extends Comparable<T> & Serializable> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int cap;
  private @Nullable Frequencies<T> counted = new Frequencies<>();
  private @Nullable HyperLogLog estimated;
  private transient @Nullable CanonicalHasher hasher;

  DistinctState(int cap) {
    this.cap = cap;
  }

  void add(T value) {
    if (counted != null) {
      counted.add(value);
      giveUpBeyondCap();
    } else {
      sketch().add(hash(value));
    }
  }

  void merge(DistinctState<T> other) {
    if (other.counted == null) {
      giveUp();
      sketch().merge(other.sketch());
    } else if (counted == null) {
      other.counted.counts().keySet().forEach(value -> sketch().add(hash(value)));
    } else {
      counted.merge(other.counted);
      giveUpBeyondCap();
    }
  }

  /** How many, and how that is known. */
  DistinctCount count() {
    return counted == null
        ? new DistinctCount(sketch().estimate(), DistinctCount.Method.HYPER_LOG_LOG)
        : new DistinctCount(counted.distinct(), DistinctCount.Method.EXACT);
  }

  /** Every value with its count, unless there are more than the cap. */
  Optional<Frequencies<T>> frequencies() {
    return Optional.ofNullable(counted);
  }

  /** The most frequent values, ties in natural order; empty beyond the cap. */
  List<T> top(int most) {
    return counted == null ? List.of() : counted.byFrequency().stream().limit(most).toList();
  }

  private void giveUpBeyondCap() {
    if (counted != null && counted.distinct() > cap) {
      giveUp();
    }
  }

  private void giveUp() {
    Frequencies<T> values = counted;
    if (values != null) {
      counted = null;
      values.counts().keySet().forEach(value -> sketch().add(hash(value)));
    }
  }

  private HyperLogLog sketch() {
    if (estimated == null) {
      estimated = new HyperLogLog();
    }
    return estimated;
  }

  private long hash(T value) {
    if (hasher == null) {
      hasher = new CanonicalHasher();
    }
    hasher.reset();
    return (value instanceof Double number ? hasher.number(number) : hasher.text(value.toString()))
        .finish()
        .high();
  }
}
