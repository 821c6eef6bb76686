package io.winnow.core.profile;

import io.winnow.core.schema.Numeral;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one scan learns of a textual column, also about what it would be if it were typed. */
final class TextState implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Above it, doubles skip whole numbers. */
  private static final double MAX_EXACT = 1L << 53;

  private final DistinctState<String> distinct;
  private final TreeMap<String, Long> markers = new TreeMap<>();
  private long missing;
  private long observed;
  private long numbers;
  private long whole;
  private long codes;
  private long withBlanks;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private int shortest = Integer.MAX_VALUE;
  private int longest;
  private long characters;

  TextState(int cap) {
    distinct = new DistinctState<>(cap);
  }

  void add(@Nullable String text) {
    if (text == null) {
      missing++;
      return;
    }
    observed++;
    distinct.add(text);
    int length = text.codePointCount(0, text.length());
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    characters += length;
    if (text.chars().anyMatch(Character::isWhitespace)) {
      withBlanks++;
    }
    if (MissingMarkers.isKnown(text)) {
      markers.merge(text, 1L, Long::sum);
    } else {
      addNumber(text, Numeral.parse(text));
    }
  }

  private void addNumber(String text, double number) {
    if (Double.isFinite(number)) {
      numbers++;
      if (isCode(text, number)) {
        codes++;
      }
      whole += number == Math.rint(number) ? 1 : 0;
      min = Math.min(min, number);
      max = Math.max(max, number);
    }
  }

  void merge(TextState other) {
    distinct.merge(other.distinct);
    other.markers.forEach((marker, cells) -> markers.merge(marker, cells, Long::sum));
    missing += other.missing;
    observed += other.observed;
    numbers += other.numbers;
    whole += other.whole;
    codes += other.codes;
    withBlanks += other.withBlanks;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    shortest = Math.min(shortest, other.shortest);
    longest = Math.max(longest, other.longest);
    characters += other.characters;
  }

  /** Digits that are no quantity: a zero stands before them, or a double cannot tell them apart. */
  private static boolean isCode(String text, double number) {
    boolean padded =
        text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
    return padded || (Math.abs(number) > MAX_EXACT && text.chars().allMatch(Character::isDigit));
  }

  long missing() {
    return missing;
  }

  long observed() {
    return observed;
  }

  DistinctState<String> distinct() {
    return distinct;
  }

  /** Cells that hold a known marker, by marker. */
  SortedMap<String, Long> markers() {
    return markers;
  }

  /** Cells that hold a known marker. */
  long marked() {
    return markers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Cells that are finite decimal numbers. */
  long numbers() {
    return numbers;
  }

  /** Cells that are whole numbers. */
  long whole() {
    return whole;
  }

  /** Cells that are digits and no quantity, such as postal codes. */
  long codes() {
    return codes;
  }

  /** Whether the numbers, each of which occurs once, leave no gap. */
  boolean isConsecutive() {
    return max - min + 1 == numbers;
  }

  /** Whether a cell holds a blank. */
  boolean hasBlanks() {
    return withBlanks > 0;
  }

  /** Lengths in characters (Unicode code points); there must be an observed cell. */
  TextSummary summary() {
    return new TextSummary(shortest, longest, (double) characters / observed);
  }
}
