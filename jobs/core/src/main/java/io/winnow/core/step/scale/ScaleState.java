package io.winnow.core.step.scale;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Moments;

/** Exact moments of numeric columns. */
final class ScaleState implements RowState<ScaleState> {
  private static final long serialVersionUID = 1L;

  private final int[] columns;
  private final Moments[] moments;

  ScaleState(int[] columns) {
    this.columns = columns;
    moments = new Moments[columns.length];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = new Moments();
    }
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < columns.length; i++) {
      moments[i].add(row.numbers[columns[i]]);
    }
  }

  @Override
  public void merge(ScaleState other) {
    for (int i = 0; i < columns.length; i++) {
      moments[i].merge(other.moments[i]);
    }
  }

  Moments moments(int index) {
    return moments[index];
  }
}
