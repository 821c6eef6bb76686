package io.winnow.core.split;

import io.winnow.core.config.FitScope;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
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
    permits QuotaSplit, HashSplit, TimeSplit, ColumnSplit, WholeTable {

  /** The split of a row, or nothing when it belongs to none. */
  Optional<Split> of(TypedRow row);

  /**
   * Rows that each split should have had, had no rows been kept together; empty when nobody asked
   * for any number.
   *
   * @param rows assigned to any split
   */
  Map<Split, Long> quotas(long rows);

  /** Columns that it looks at; all of them unless it says otherwise. */
  default ColumnSet columns(RowLayout layout) {
    return ColumnSet.all(layout);
  }

  /** The rows that statistics may be learnt from. */
  default TrainRows train(Rows rows) {
    return train(rows, split -> split == Split.TRAIN);
  }

  /** The rows that statistics are learnt from when somebody insists on a scope. */
  default TrainRows train(Rows rows, FitScope scope) {
    return switch (scope) {
      case TRAIN -> train(rows);
      case ALL -> train(rows, split -> true);
    };
  }

  private TrainRows train(Rows rows, SplitChoice choice) {
    return new TrainRows(
        rows.after(
            RowStep.where(
                row -> {
                  Split split = of(row).orElse(null);
                  return split != null && choice.takes(split);
                },
                columns(rows.layout()))));
  }

  /** Some of the splits. */
  @FunctionalInterface
  interface SplitChoice extends Serializable {
    /** Whether a split is one of them. */
    boolean takes(Split split);
  }
}
