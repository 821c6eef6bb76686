package io.winnow.core.split;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import java.io.Serializable;
import java.util.Optional;

/**
 * Which split each row belongs to: a function of the row alone once it is fitted, the same wherever
 * and in whatever order rows are looked at.
 */
public sealed interface SplitAssignment extends Serializable permits QuotaSplit, ColumnSplit {

  /** The split of a row, or nothing when it belongs to none. */
  Optional<Split> of(TypedRow row);

  /** Leaves only rows of that split. */
  default RowStep only(Split split) {
    return (row, effects) -> of(row).orElse(null) == split;
  }

  /** The rows that statistics may be learnt from. */
  default TrainRows train(Rows rows) {
    return new TrainRows(rows.after(only(Split.TRAIN)));
  }
}
