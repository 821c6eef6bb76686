package io.winnow.core.step.impute.regression;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.RankSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Limits how many examples of a target are learnt from: those whose keys have the smallest seeded
 * hash. All targets have one order of rows, so they share nearly all of those that are chosen.
 */
final class ExampleSample {
  private final List<Examples> targets;

  private ExampleSample(List<Examples> targets) {
    this.targets = List.copyOf(targets);
  }

  /**
   * Limits targets; takes two or three scans when one of them has more examples than wanted.
   *
   * @param most examples of a target; rows that share a key stay together, which may make it a few
   *     more
   * @param counts how many examples a target has
   */
  static ExampleSample of(
      Rows train, long seed, int most, List<Examples> targets, ToLongFunction<Examples> counts) {
    List<Examples> large =
        targets.stream().filter(target -> counts.applyAsLong(target) > most).toList();
    if (large.isEmpty()) {
      return new ExampleSample(targets);
    }
    RankSelection selection =
        new RankSelection(large.size(), (target, count) -> new long[] {most - 1L});
    while (!selection.done()) {
      selection.accept(train.scan(new RankState(seed, large, selection.nextPass())).pass);
    }
    List<Examples> limited = new ArrayList<>(targets);
    for (int i = 0; i < large.size(); i++) {
      limited.set(targets.indexOf(large.get(i)), large.get(i).upTo(selection.keys(i)[0], seed));
    }
    return new ExampleSample(limited);
  }

  /** The targets with the examples that are left, in their order. */
  List<Examples> targets() {
    return targets;
  }

  /** Leaves out the rows that are an example of no target. */
  RowStep choosing() {
    List<Examples> any = targets;
    return RowStep.where(row -> any.stream().anyMatch(target -> target.has(row)), columns(targets));
  }

  private static ColumnSet columns(List<Examples> targets) {
    return targets.stream().map(Examples::columns).reduce(ColumnSet.none(), ColumnSet::and);
  }

  private static final class RankState implements RowState<RankState> {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final List<Examples> targets;
    private final RankSelection.Pass pass;

    RankState(long seed, List<Examples> targets, RankSelection.Pass pass) {
      this.seed = seed;
      this.targets = List.copyOf(targets);
      this.pass = pass;
    }

    @Override
    public void add(TypedRow row) {
      long rank = Examples.rank(seed, row);
      for (int i = 0; i < targets.size(); i++) {
        if (targets.get(i).has(row)) {
          pass.add(i, rank);
        }
      }
    }

    @Override
    public void merge(RankState other) {
      pass.merge(other.pass);
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return ExampleSample.columns(targets);
    }
  }
}
