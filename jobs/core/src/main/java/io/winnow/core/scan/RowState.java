package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/**
 * What one scan learns of rows: mergeable, so that parts of a table can be scanned in parallel. The
 * result must not depend on the order of rows or on how they were divided: merge(A, B) equals the
 * state of A and B together.
 */
public interface RowState<S extends RowState<S>> extends Serializable {

  /** Takes in one row; the row is reused by the caller. */
  void add(TypedRow row);

  /** Takes in all rows of a batch, as if one by one; a state may look at whole columns instead. */
  default void add(RowBatch batch) {
    TypedRow row = new TypedRow(batch.layout(), columns(batch.layout()));
    for (int i = 0; i < batch.size(); i++) {
      batch.read(i, row);
      add(row);
    }
  }

  /** Takes in what another state has learnt. */
  void merge(S other);

  /** Columns that it looks at; all of them unless it says otherwise. */
  default ColumnSet columns(RowLayout layout) {
    return ColumnSet.all(layout);
  }
}
