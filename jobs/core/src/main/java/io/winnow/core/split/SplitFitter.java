package io.winnow.core.split;

import io.winnow.core.config.SplitConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import java.util.function.Supplier;

/** Decides which row goes to which split. */
public final class SplitFitter {
  private static final Strata ONE = new OneStratum();

  private SplitFitter() {}

  /**
   * The assignment that the configuration asks for, of rows with classes.
   *
   * @param classes the classes as strata
   * @throws WinnowException when no row is in train, or none has a time
   */
  public static SplitAssignment fit(SplitConfig config, Rows rows, Strata classes) {
    return fit(config, rows, () -> classes, classes);
  }

  /**
   * The assignment that the configuration asks for, of rows with a numeric target.
   *
   * @param target index of the numeric column
   * @throws WinnowException when no row is in train, or none has a time
   */
  public static SplitAssignment fitRegression(SplitConfig config, Rows rows, int target) {
    return fit(config, rows, () -> QuantileStrata.of(rows, target, config.bins()), ONE);
  }

  /** The assignment of a table that somebody else has taken from train: every row is train. */
  public static SplitAssignment whole() {
    return new WholeTable();
  }

  private static SplitAssignment fit(
      SplitConfig config, Rows rows, Supplier<Strata> stratified, Strata ofGroups) {
    return switch (config.strategy()) {
      case STRATIFIED, KFOLD -> quotas(config, rows, stratified.get());
      case GROUP -> quotas(config, rows, ofGroups);
      case RANDOM -> quotas(config, rows, ONE);
      case HASH -> HashSplit.of(config.seed(), config.ratios());
      case TIME -> timed(config, String.valueOf(config.column()), rows);
      case COLUMN -> given(String.valueOf(config.column()), rows);
    };
  }

  private static SplitAssignment quotas(SplitConfig config, Rows rows, Strata strata) {
    return QuotaFitter.fit(config.seed(), strata, Parts.of(config), rows);
  }

  private static SplitAssignment timed(SplitConfig config, String column, Rows rows) {
    TimeColumn time = TimeColumn.of(rows.layout(), column);
    TimeSplit split = TimeFitter.fit(time, config.ratios().toArray(), rows);
    if (split.quotas().values().stream().allMatch(quota -> quota == 0)) {
      throw WinnowException.data("split.column: '%s' has no time in any row".formatted(column));
    }
    return split;
  }

  private static SplitAssignment given(String column, Rows rows) {
    ColumnSplit split = new ColumnSplit(rows.layout().text(column));
    if (split.train(rows).rows().scan(new CountState()).rows == 0) {
      throw WinnowException.data(
          "split.column: '%s' is train in no row; it holds train, validation or test"
              .formatted(column));
    }
    return split;
  }

  private record OneStratum() implements Strata {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public int of(TypedRow row) {
      return 0;
    }
  }

  private static final class CountState implements RowState<CountState> {
    private static final long serialVersionUID = 1L;

    private long rows;

    @Override
    public void add(TypedRow row) {
      rows++;
    }

    @Override
    public void merge(CountState other) {
      rows += other.rows;
    }
  }
}
