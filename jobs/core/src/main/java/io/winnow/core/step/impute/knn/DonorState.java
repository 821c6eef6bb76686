package io.winnow.core.step.impute.knn;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;

/**
 * The rows of a table as donors, at most so many: those whose keys have the smallest seeded hash,
 * which depends on the set of rows alone and is coordinated, so that one row more or less changes
 * one donor at most (E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC
 * 2007).
 */
final class DonorState implements RowState<DonorState> {
  private static final long serialVersionUID = 1L;

  private final PointReader reader;
  private final int most;
  private Points points;

  DonorState(KnnSpace space, PointReader reader, int most) {
    this.reader = reader;
    this.most = most;
    points = new Points(space);
  }

  @Override
  public void add(TypedRow row) {
    points.add(reader.point(row), row.key);
    cut();
  }

  @Override
  public void merge(DonorState other) {
    points.addAll(other.points);
    cut();
  }

  private void cut() {
    // Sorting only when there are twice too many keeps the cost per row constant.
    if (points.size() / 2 >= most) {
      points = points.sorted(most);
    }
  }

  /** The donors, by the hash of their keys. */
  Points donors() {
    return points.sorted(most);
  }
}
