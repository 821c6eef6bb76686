package io.winnow.core.step.impute.recover;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.ObservedNumber;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the cells that are left tell of every feature: mean, spread and the most frequent cell. */
final class RecoverState implements RowState<RecoverState> {
  private static final long serialVersionUID = 1L;

  /** Numbers with more different values than this have no mode worth counting for. */
  private static final int MOST_DISTINCT = 4096;

  private final String[] names;
  private final int[] numbers;
  private final int[] texts;
  private final List<Moments> moments;
  private final List<Frequencies<Double>> values;
  private final boolean[] isDiverse;
  private final List<Frequencies<String>> categories;
  private long rows;

  RecoverState(RowLayout layout, List<String> numeric, List<String> categorical) {
    names = numeric.toArray(String[]::new);
    numbers = numeric.stream().mapToInt(layout::number).toArray();
    texts = categorical.stream().mapToInt(layout::text).toArray();
    moments = Stream.generate(Moments::new).limit(numbers.length).toList();
    values = Stream.generate(() -> new Frequencies<Double>()).limit(numbers.length).toList();
    isDiverse = new boolean[numbers.length];
    categories = Stream.generate(() -> new Frequencies<String>()).limit(texts.length).toList();
  }

  @Override
  public void add(TypedRow row) {
    rows++;
    for (int i = 0; i < numbers.length; i++) {
      double value = row.numbers[numbers[i]];
      if (ObservedNumber.is(names[i], value)) {
        moments.get(i).add(value);
        if (!isDiverse[i]) {
          values.get(i).add(value);
          isDiverse[i] = values.get(i).distinct() > MOST_DISTINCT;
        }
      }
    }
    for (int i = 0; i < texts.length; i++) {
      String text = row.texts[texts[i]];
      if (text != null) {
        categories.get(i).add(text);
      }
    }
  }

  @Override
  public void merge(RecoverState other) {
    rows += other.rows;
    for (int i = 0; i < numbers.length; i++) {
      moments.get(i).merge(other.moments.get(i));
      isDiverse[i] |= other.isDiverse[i];
      if (!isDiverse[i]) {
        values.get(i).merge(other.values.get(i));
        isDiverse[i] = values.get(i).distinct() > MOST_DISTINCT;
      }
    }
    for (int i = 0; i < texts.length; i++) {
      categories.get(i).merge(other.categories.get(i));
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(numbers, texts);
  }

  long rows() {
    return rows;
  }

  Moments moments(int number) {
    return moments.get(number);
  }

  /** Empty for a column without cells or with too many different values. */
  OptionalDouble mode(int number) {
    return isDiverse[number]
        ? OptionalDouble.empty()
        : values.get(number).mode().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  Frequencies<String> categories(int text) {
    return categories.get(text);
  }
}
