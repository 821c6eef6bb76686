package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;

/**
 * Two states that share a scan.
 *
 * @param left sees each row first; neither changes it
 */
record Joined<A extends RowState<A>, B extends RowState<B>>(A left, B right)
    implements RowState<Joined<A, B>> {
  @Override
  public void add(TypedRow row) {
    left.add(row);
    right.add(row);
  }

  @Override
  public void add(RowBatch batch) {
    left.add(batch);
    right.add(batch);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return left.columns(layout).and(right.columns(layout));
  }

  @Override
  public void merge(Joined<A, B> other) {
    left.merge(other.left);
    right.merge(other.right);
  }
}
