package io.winnow.core.step.select;

import io.winnow.core.statistics.CorrelationState;
import io.winnow.core.step.select.EncodedRows.Encoded;
import io.winnow.core.step.select.EncodedRows.Feature;
import io.winnow.core.step.select.EncodedRows.Kind;
import java.util.Arrays;
import java.util.List;

/** Tables of every feature and the label, and the correlations of numeric features, in one scan. */
final class SelectionState implements EncodedRows.State<SelectionState> {
  private static final long serialVersionUID = 1L;

  private final int[] numberOf;
  private final double[] numbers;
  private final NumberBins bins;
  private final FeatureTable[] tables;
  private final long[][][] binned;
  private final long[] labels;
  private final CorrelationState correlations;

  /**
   * An empty state.
   *
   * @param correlations of numeric features; empty
   */
  SelectionState(List<Feature> features, NumberBins bins, CorrelationState correlations) {
    this.bins = bins;
    this.correlations = correlations;
    numberOf = new int[features.size()];
    tables = new FeatureTable[features.size()];
    int next = 0;
    for (int i = 0; i < numberOf.length; i++) {
      boolean isNumber = features.get(i).kind() == Kind.NUMBER;
      numberOf[i] = isNumber ? next++ : -1;
      tables[i] = new FeatureTable(bins.classes());
    }
    numbers = new double[next];
    binned = new long[next][NumberBins.COUNT][bins.classes()];
    labels = new long[bins.classes()];
  }

  @Override
  public void add(Encoded row, double label) {
    int group = bins.classOf(label);
    labels[group]++;
    Arrays.fill(numbers, 0);
    for (int i = 0; i < row.size(); i++) {
      int number = numberOf[row.index(i)];
      if (number >= 0) {
        numbers[number] = row.value(i);
      } else {
        tables[row.index(i)].add(row.value(i), group);
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      binned[i][bins.of(i, numbers[i])][group]++;
    }
    correlations.add(numbers);
  }

  @Override
  public void merge(SelectionState other) {
    for (int i = 0; i < tables.length; i++) {
      tables[i].merge(other.tables[i]);
    }
    for (int i = 0; i < binned.length; i++) {
      for (int bin = 0; bin < NumberBins.COUNT; bin++) {
        add(binned[i][bin], other.binned[i][bin]);
      }
    }
    add(labels, other.labels);
    correlations.merge(other.correlations);
  }

  private static void add(long[] counts, long[] more) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more[i];
    }
  }

  /** Whether it has seen no row. */
  boolean isEmpty() {
    return Arrays.stream(labels).sum() == 0;
  }

  /** Exact variance of a feature that is no number. */
  double variance(int feature) {
    return tables[feature].variance(labels);
  }

  /** Mutual information of a feature and the label. */
  double information(int feature) {
    int number = numberOf[feature];
    return MutualInformation.of(
        number >= 0 ? List.of(binned[number]) : tables[feature].rows(labels));
  }

  CorrelationState correlations() {
    return correlations;
  }
}
