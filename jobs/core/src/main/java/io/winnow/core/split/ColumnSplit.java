package io.winnow.core.split;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.Map;
import java.util.Optional;

/** The split that a column of the table names. */
record ColumnSplit(int column) implements SplitAssignment {

  @Override
  public Optional<Split> of(TypedRow row) {
    return Split.ofCell(row.texts[column]);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(new int[0], new int[] {column});
  }

  @Override
  public Map<Split, Long> quotas(long rows) {
    return Map.of();
  }
}
