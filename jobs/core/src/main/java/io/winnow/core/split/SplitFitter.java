package io.winnow.core.split;

import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.QuotaSplit.Boundary;
import io.winnow.core.statistics.LargestRemainder;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.List;

/** Decides which row goes to which split. */
public final class SplitFitter {
  private SplitFitter() {}

  /**
   * The assignment that the configuration asks for.
   *
   * @param classes the classes as strata
   * @throws WinnowException when a given split has no row in train
   */
  public static SplitAssignment fit(SplitConfig config, Rows rows, Strata classes) {
    return switch (config.strategy()) {
      case STRATIFIED -> quotas(config, rows, classes);
      case RANDOM -> quotas(config, rows, new OneStratum());
      case COLUMN -> given(String.valueOf(config.column()), rows);
    };
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

  private static SplitAssignment quotas(SplitConfig config, Rows rows, Strata strata) {
    SplitRatios ratios = config.ratios();
    RankSelection selection =
        new RankSelection(strata.count(), (stratum, count) -> lastRanks(ratios, count));
    while (!selection.done()) {
      HashState zero = new HashState(config.seed(), strata, selection.nextPass());
      selection.accept(rows.scan(zero).pass);
    }
    List<Boundary> boundaries = new ArrayList<>();
    for (int stratum = 0; stratum < strata.count(); stratum++) {
      long[] quotas = quotas(ratios, selection.count(stratum));
      long[] last = selection.keys(stratum);
      boundaries.add(
          last.length == 0
              ? new Boundary(0, 0, 0, 0)
              : new Boundary(quotas[0], quotas[0] + quotas[1], last[0], last[1]));
    }
    return new QuotaSplit(config.seed(), strata, boundaries);
  }

  private static long[] quotas(SplitRatios ratios, long count) {
    return LargestRemainder.allocate(count, ratios.toArray(), 1);
  }

  /** Ranks of the last row of train and of the last row before test. */
  private static long[] lastRanks(SplitRatios ratios, long count) {
    long[] quotas = quotas(ratios, count);
    long beforeTest = quotas[0] + quotas[1];
    if (beforeTest == 0) {
      return new long[0];
    }
    return new long[] {Math.max(quotas[0], 1) - 1, beforeTest - 1};
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

  private static final class HashState implements RowState<HashState> {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final Strata strata;
    private final RankSelection.Pass pass;

    HashState(long seed, Strata strata, RankSelection.Pass pass) {
      this.seed = seed;
      this.strata = strata;
      this.pass = pass;
    }

    @Override
    public void add(TypedRow row) {
      int stratum = strata.of(row);
      if (stratum >= 0) {
        pass.add(stratum, SeededHash.of(seed, row.unit()));
      }
    }

    @Override
    public void merge(HashState other) {
      pass.merge(other.pass);
    }
  }
}
