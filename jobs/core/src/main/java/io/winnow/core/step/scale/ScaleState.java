package io.winnow.core.step.scale;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.ObservedNumber;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exact moments, or extremes, of numeric columns. Missing cells have no part in them: those that a
 * sentinel fills are still missing here.
 */
final class ScaleState implements RowState<ScaleState> {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] columns;
  private final ScaleStrategy[] strategies;
  private final Moments[] moments;
  private final double[] min;
  private final double[] max;

  /** An empty state of the columns of those names. */
  ScaleState(RowLayout layout, List<String> names, ScaleConfig config) {
    this.names = names.toArray(String[]::new);
    columns = names.stream().mapToInt(layout::number).toArray();
    strategies = names.stream().map(config::of).toArray(ScaleStrategy[]::new);
    moments = Stream.generate(Moments::new).limit(columns.length).toArray(Moments[]::new);
    min = new double[columns.length];
    max = new double[columns.length];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (ObservedNumber.is(names[i], value)) {
        add(i, value + 0.0);
      }
    }
  }

  @Override
  public void add(RowBatch batch) {
    for (int i = 0; i < columns.length; i++) {
      double[] values = batch.numbers(columns[i]);
      for (int row = 0; row < batch.size(); row++) {
        if (ObservedNumber.is(names[i], values[row])) {
          add(i, values[row] + 0.0);
        }
      }
    }
  }

  private void add(int i, double value) {
    switch (strategies[i]) {
      case STANDARD -> moments[i].add(value);
      case LOG -> moments[i].add(FittedScale.Log.signedLog(value));
      case MIN_MAX -> {
        min[i] = Math.min(min[i], value);
        max[i] = Math.max(max[i], value);
      }
      case ROBUST, NONE -> {}
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(columns, new int[0]);
  }

  @Override
  public void merge(ScaleState other) {
    for (int i = 0; i < columns.length; i++) {
      moments[i].merge(other.moments[i]);
      min[i] = Math.min(min[i], other.min[i]);
      max[i] = Math.max(max[i], other.max[i]);
    }
  }

  Moments moments(int index) {
    return moments[index];
  }

  /** The least and the greatest value, or 0 and 0 where there is none. */
  FittedScale.MinMax extremes(int index) {
    return min[index] <= max[index]
        ? new FittedScale.MinMax(min[index], max[index])
        : new FittedScale.MinMax(0, 0);
  }
}
