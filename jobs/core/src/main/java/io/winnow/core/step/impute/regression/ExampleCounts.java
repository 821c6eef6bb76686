package io.winnow.core.step.impute.regression;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** How many examples some targets have; those of categories by class. */
final class ExampleCounts implements RowState<ExampleCounts> {
  private static final long serialVersionUID = 1L;

  private final List<Examples> targets;
  private final List<long[]> counts = new ArrayList<>();

  ExampleCounts(List<Examples> targets) {
    this.targets = List.copyOf(targets);
    targets.forEach(each -> counts.add(new long[Math.max(1, each.classes().size())]));
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < targets.size(); i++) {
      double target = targets.get(i).target(row);
      if (!Double.isNaN(target)) {
        counts.get(i)[targets.get(i).classes().isEmpty() ? 0 : (int) target]++;
      }
    }
  }

  @Override
  public void merge(ExampleCounts other) {
    for (int i = 0; i < counts.size(); i++) {
      long[] mine = counts.get(i);
      for (int k = 0; k < mine.length; k++) {
        mine[k] += other.counts.get(i)[k];
      }
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return targets.stream().map(Examples::columns).reduce(ColumnSet.none(), ColumnSet::and);
  }

  /** Examples of a target, by its place. */
  long of(int target) {
    return LongStream.of(counts.get(target)).sum();
  }

  /** Classes of a target that have an example. */
  List<String> classes(int target) {
    List<String> all = targets.get(target).classes();
    return all.stream().filter(text -> counts.get(target)[all.indexOf(text)] > 0).toList();
  }
}
