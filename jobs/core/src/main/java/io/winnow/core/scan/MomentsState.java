package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.statistics.Moments;
import java.util.List;
import java.util.stream.Stream;

/** Exact moments of the observed values of numeric columns. */
public final class MomentsState implements RowState<MomentsState> {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] columns;
  private final Moments[] moments;

  /** An empty state of the columns of those names; there may be none. */
  public MomentsState(RowLayout layout, List<String> names) {
    this.names = names.toArray(String[]::new);
    columns = names.stream().mapToInt(layout::number).toArray();
    moments = Stream.generate(Moments::new).limit(columns.length).toArray(Moments[]::new);
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (ObservedNumber.is(names[i], value)) {
        moments[i].add(value);
      }
    }
  }

  @Override
  public void add(RowBatch batch) {
    for (int i = 0; i < columns.length; i++) {
      double[] values = batch.numbers(columns[i]);
      for (int row = 0; row < batch.size(); row++) {
        if (ObservedNumber.is(names[i], values[row])) {
          moments[i].add(values[row]);
        }
      }
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(columns, new int[0]);
  }

  @Override
  public void merge(MomentsState other) {
    for (int i = 0; i < columns.length; i++) {
      moments[i].merge(other.moments[i]);
    }
  }

  /** Moments of one of the columns, by its place among them. */
  public Moments moments(int index) {
    return moments[index];
  }
}
