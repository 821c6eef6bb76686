package io.winnow.prepare;

import io.winnow.core.pipeline.LabelReader;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.Frequencies;

/** Counts labels: how many rows have none, and how many are of each class. */
final class LabelState implements RowState<LabelState> {
  private static final long serialVersionUID = 1L;

  private final LabelReader reader;
  private final Classes counted;
  private final Frequencies<String> classes = new Frequencies<>();
  private long labelled;
  private long unlabelled;

  /** Whether classes are counted. */
  enum Classes {
    COUNTED,
    NONE
  }

  LabelState(LabelReader reader, Classes counted) {
    this.reader = reader;
    this.counted = counted;
  }

  @Override
  public void add(TypedRow row) {
    if (!reader.isLabelled(row)) {
      unlabelled++;
      return;
    }
    labelled++;
    String name = counted == Classes.COUNTED ? reader.classOf(row) : null;
    if (name != null) {
      classes.add(name);
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return reader.columns(layout);
  }

  @Override
  public void merge(LabelState other) {
    classes.merge(other.classes);
    labelled += other.labelled;
    unlabelled += other.unlabelled;
  }

  Frequencies<String> classes() {
    return classes;
  }

  long labelled() {
    return labelled;
  }

  long unlabelled() {
    return unlabelled;
  }
}
