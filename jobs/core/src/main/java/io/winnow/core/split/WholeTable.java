package io.winnow.core.split;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.Map;
import java.util.Optional;

/** Every row is a train row: somebody else has divided the table already. */
record WholeTable() implements SplitAssignment {

  @Override
  public Optional<Split> of(TypedRow row) {
    return Optional.of(Split.TRAIN);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.none();
  }

  @Override
  public Map<Split, Long> quotas(long rows) {
    return Map.of();
  }
}
