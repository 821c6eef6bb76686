package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;

/** A step that leaves out rows and changes none. */
record Filter(RowCondition condition, ColumnSet wanted) implements RowStep {
  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    return condition.holds(row);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return wanted;
  }
}
