package io.winnow.core.step.impute.recover;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import java.util.TreeSet;

/** The smallest ranks of the rows of a table, equal rows counted once. */
final class SampleState implements RowState<SampleState> {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final int most;
  private final TreeSet<Long> ranks = new TreeSet<>();

  SampleState(long seed, int most) {
    this.seed = seed;
    this.most = most;
  }

  @Override
  public void add(TypedRow row) {
    add(CellSample.rank(seed, row.hash));
  }

  private void add(long rank) {
    if (ranks.size() < most) {
      ranks.add(rank);
    } else if (rank < ranks.last() && ranks.add(rank)) {
      ranks.pollLast();
    }
  }

  @Override
  public void merge(SampleState other) {
    other.ranks.forEach(this::add);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.none();
  }

  /** The greatest rank of a row that is chosen; above all ranks when every row is. */
  long lastRank() {
    return ranks.size() < most ? Long.MAX_VALUE : ranks.last();
  }
}
