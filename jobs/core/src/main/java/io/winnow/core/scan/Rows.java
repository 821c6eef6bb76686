package io.winnow.core.scan;

import io.winnow.core.row.RowLayout;

/**
 * A table that can be scanned as often as needed. Spark's partitions stand behind it in a nightly
 * job, a list in memory elsewhere.
 */
public interface Rows {

  /** Where the columns are. */
  RowLayout layout();

  /**
   * Scans every row once.
   *
   * @param zero an empty state; it may be used or copied, and is not to be used afterwards
   * @return the state of all rows
   */
  <S extends RowState<S>> S scan(S zero);

  /** These rows as they are after a step, which leaves out those that it drops. */
  default Rows after(RowStep step) {
    return new SteppedRows(this, step);
  }
}
