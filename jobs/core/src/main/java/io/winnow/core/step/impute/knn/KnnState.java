package io.winnow.core.step.impute.knn;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.List;
import java.util.stream.Stream;

/** What the observed train values tell of the columns of a distance, and how much is missing. */
final class KnnState implements RowState<KnnState> {
  private static final long serialVersionUID = 1L;

  private final int[] numbers;
  private final int[] texts;
  private final int[] filledNumbers;
  private final int[] filledTexts;
  private final List<Moments> moments;
  private final List<Frequencies<String>> frequencies;
  private long rows;
  private long lacking;

  /**
   * An empty state.
   *
   * @param numbers indices of all numeric columns of the space, in the row
   * @param texts indices of all categorical ones
   * @param filledNumbers places in {@code numbers} of the columns that are filled
   * @param filledTexts places in {@code texts}
   */
  KnnState(int[] numbers, int[] texts, int[] filledNumbers, int[] filledTexts) {
    this.numbers = numbers;
    this.texts = texts;
    this.filledNumbers = filledNumbers;
    this.filledTexts = filledTexts;
    moments = Stream.generate(Moments::new).limit(numbers.length).toList();
    frequencies = Stream.generate(() -> new Frequencies<String>()).limit(texts.length).toList();
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isNaN(row.numbers[numbers[i]])) {
        moments.get(i).add(row.numbers[numbers[i]]);
      }
    }
    for (int i = 0; i < texts.length; i++) {
      String text = row.texts[texts[i]];
      if (text != null) {
        frequencies.get(i).add(text);
      }
    }
    rows++;
    lacking += lacks(row) ? 1 : 0;
  }

  private boolean lacks(TypedRow row) {
    for (int i : filledNumbers) {
      if (Double.isNaN(row.numbers[numbers[i]])) {
        return true;
      }
    }
    for (int i : filledTexts) {
      if (row.texts[texts[i]] == null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void merge(KnnState other) {
    for (int i = 0; i < moments.size(); i++) {
      moments.get(i).merge(other.moments.get(i));
    }
    for (int i = 0; i < frequencies.size(); i++) {
      frequencies.get(i).merge(other.frequencies.get(i));
    }
    rows += other.rows;
    lacking += other.lacking;
  }

  Moments moments(int index) {
    return moments.get(index);
  }

  Frequencies<String> frequencies(int index) {
    return frequencies.get(index);
  }

  long rows() {
    return rows;
  }

  /** Rows that lack at least one cell to fill. */
  long lacking() {
    return lacking;
  }
}
