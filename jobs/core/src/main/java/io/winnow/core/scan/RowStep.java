package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/** A change of one row in place, or the decision to leave it out. */
@FunctionalInterface
public interface RowStep extends Serializable {

  /**
   * Changes the row.
   *
   * @param effects counts what is done to cells
   * @return whether the row stays
   */
  boolean apply(TypedRow row, CellEffects effects);

  /** Changes all rows of a batch, as if one by one; a step may look at whole columns instead. */
  default void apply(RowBatch batch, CellEffects effects) {
    TypedRow row = new TypedRow(batch.layout(), columns(batch.layout()));
    int[] kept = new int[batch.size()];
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      batch.read(i, row);
      if (apply(row, effects)) {
        batch.write(i, row);
        kept[count] = i;
        count++;
      }
    }
    batch.keep(kept, count);
  }

  /** Drops rows that do not hold; the columns are those that the condition looks at. */
  static RowStep where(RowCondition condition, ColumnSet columns) {
    return new Filter(condition, columns);
  }

  /** Columns that it looks at or changes; all of them unless it says otherwise. */
  default ColumnSet columns(RowLayout layout) {
    return ColumnSet.all(layout);
  }
}
