package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;

/** A step that leaves out rows and changes none. */
record Filter(RowCondition condition, ColumnSet wanted) implements RowStep {
  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    return condition.holds(row);
  }

  @Override
  public void apply(RowBatch batch, CellEffects effects) {
    TypedRow row = new TypedRow(batch.layout(), wanted);
    int[] kept = new int[batch.size()];
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      batch.read(i, row);
      if (condition.holds(row)) {
        kept[count] = i;
        count++;
      }
    }
    batch.keep(kept, count);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return wanted;
  }
}
