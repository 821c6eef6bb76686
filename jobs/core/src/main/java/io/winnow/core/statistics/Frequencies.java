package io.winnow.core.statistics;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each value occurs, its mode, and the order of a vocabulary.
 *
 * <p>Ties are decided by the natural order of the values: UTF-16 code units for texts, numeric
 * order for numbers. Of two values that occur equally often, the smaller is the mode and stands
 * first in the vocabulary, so nothing depends on the order in which they were seen. A {@code
 * Double} −0.0 counts as 0.0, and NaN is refused.
 *
 * <p>Memory grows with the number of distinct values.
 *
 * @param <T> the type of the values
 */
public final class Frequencies<T extends Comparable<T> & Serializable> implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final HashMap<T, Long> counts = new HashMap<>();
  private long total;

  /** Counts one occurrence. */
  public void add(T value) {
    add(value, 1);
  }

  /**
   * Counts several occurrences; none leaves the value unseen.
   *
   * @throws IllegalArgumentException for a NaN or a negative number of times
   */
  public void add(T value, long times) {
    if (times < 0) {
      throw new IllegalArgumentException("cannot count '" + value + "' " + times + " times");
    }
    if (times > 0) {
      counts.merge(canonical(value), times, Math::addExact);
      total = Math.addExact(total, times);
    }
  }

  /** Adds all counts of the other; the other one is left as it is. */
  public void merge(Frequencies<T> other) {
    other.counts.forEach((value, times) -> counts.merge(value, times, Math::addExact));
    total = Math.addExact(total, other.total);
  }

  /** The number of occurrences of all values. */
  public long total() {
    return total;
  }

  /** The number of different values. */
  public int distinct() {
    return counts.size();
  }

  /** The number of occurrences of one value; 0 if it was never seen. */
  public long count(T value) {
    return counts.getOrDefault(canonical(value), 0L);
  }

  /** The most frequent value, the smallest of several; empty if nothing was counted. */
  public Optional<T> mode() {
    return counts.entrySet().stream().min(mostFrequentFirst()).map(Map.Entry::getKey);
  }

  /** All values, the most frequent first, ties in natural order. */
  public List<T> byFrequency() {
    return counts.entrySet().stream().sorted(mostFrequentFirst()).map(Map.Entry::getKey).toList();
  }

  /** The counts in the natural order of the values: a copy that cannot be changed. */
  public SortedMap<T, Long> counts() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  @Override
  public String toString() {
    return "Frequencies[total=" + total + ", distinct=" + counts.size() + "]";
  }

  private Comparator<Map.Entry<T, Long>> mostFrequentFirst() {
    Comparator<Map.Entry<T, Long>> rarestFirst = Map.Entry.comparingByValue();
    return rarestFirst.reversed().thenComparing(Map.Entry.comparingByKey());
  }

  /** Double distinguishes -0.0 from 0.0, and the tables of this project do not. */
  @SuppressWarnings("unchecked")
  private T canonical(T value) {
    if (value instanceof Double number) {
      if (number.isNaN()) {
        throw new IllegalArgumentException("cannot count NaN: a missing number has no frequency");
      }
      return (T) (Double) (number + 0.0);
    }
    return value;
  }
}
