package io.winnow.core.split;

import io.winnow.core.config.FitScope;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * Which split each row belongs to: a function of the row alone once it is fitted, the same wherever
 * and in whatever order rows are looked at.
 */
public sealed interface SplitAssignment extends Serializable
    permits QuotaSplit, HashSplit, TimeSplit, ColumnSplit {

  /** The split of a row, or nothing when it belongs to none. */
  Optional<Split> of(TypedRow row);

  /**
   * Rows that each split should have had, had no rows been kept together; empty when nobody asked
   * for any number.
   *
   * @param rows assigned to any split
   */
  Map<Split, Long> quotas(long rows);

  /** Leaves only rows of that split. */
  default RowStep only(Split split) {
    return (row, effects) -> of(row).orElse(null) == split;
  }

  /** The rows that statistics may be learnt from. */
  default TrainRows train(Rows rows) {
    return new TrainRows(rows.after(only(Split.TRAIN)));
  }

  /** The rows that statistics are learnt from when somebody insists on a scope. */
  default TrainRows train(Rows rows, FitScope scope) {
    return switch (scope) {
      case TRAIN -> train(rows);
      case ALL -> new TrainRows(rows.after((row, effects) -> of(row).isPresent()));
    };
  }
}
