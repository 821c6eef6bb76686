package io.winnow.core.split;

import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;

/**
 * Rows of the train split. Only {@link SplitAssignment} makes them, so whatever is fitted on them
 * cannot have seen validation or test, unless the configuration asks for just that.
 */
public final class TrainRows {
  private final Rows rows;

  TrainRows(Rows rows) {
    this.rows = rows;
  }

  /** Where the columns are. */
  public RowLayout layout() {
    return rows.layout();
  }

  /** The rows themselves, for scanning. */
  public Rows rows() {
    return rows;
  }

  /** These rows after a step. */
  public TrainRows after(RowStep step) {
    return new TrainRows(rows.after(step));
  }
}
