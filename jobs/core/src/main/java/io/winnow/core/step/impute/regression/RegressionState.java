package io.winnow.core.step.impute.regression;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.ObservedNumber;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One scan of train for what predictors and targets look like. */
final class RegressionState implements RowState<RegressionState> {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] numbers;
  private final int[] texts;
  private final List<Moments> moments;
  private final double[] min;
  private final double[] max;
  private final List<Frequencies<String>> frequencies;

  RegressionState(RowLayout layout, List<String> numeric, List<String> categorical) {
    names = numeric.toArray(String[]::new);
    numbers = numeric.stream().mapToInt(layout::number).toArray();
    texts = categorical.stream().mapToInt(layout::text).toArray();
    moments = Stream.generate(Moments::new).limit(numbers.length).toList();
    min = new double[numbers.length];
    max = new double[numbers.length];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    frequencies = Stream.generate(() -> new Frequencies<String>()).limit(texts.length).toList();
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < numbers.length; i++) {
      double value = row.numbers[numbers[i]];
      if (ObservedNumber.is(names[i], value)) {
        moments.get(i).add(value);
        min[i] = Math.min(min[i], value);
        max[i] = Math.max(max[i], value);
      }
    }
    for (int i = 0; i < texts.length; i++) {
      String text = row.texts[texts[i]];
      if (text != null) {
        frequencies.get(i).add(text);
      }
    }
  }

  @Override
  public void merge(RegressionState other) {
    for (int i = 0; i < numbers.length; i++) {
      moments.get(i).merge(other.moments.get(i));
      min[i] = Math.min(min[i], other.min[i]);
      max[i] = Math.max(max[i], other.max[i]);
    }
    for (int i = 0; i < texts.length; i++) {
      frequencies.get(i).merge(other.frequencies.get(i));
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(numbers, texts);
  }

  Moments moments(int number) {
    return moments.get(number);
  }

  double min(int number) {
    return min[number];
  }

  double max(int number) {
    return max[number];
  }

  Frequencies<String> frequencies(int text) {
    return frequencies.get(text);
  }
}
