package io.winnow.core.step.impute.knn;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;

/** A search of a few rows among all rows of a table, taken in block by block. */
final class ProbeState implements RowState<ProbeState> {
  private static final long serialVersionUID = 1L;

  private static final int DONORS_AT_A_TIME = 8 * Donors.BLOCK_SIZE;

  private final KnnSpace space;
  private final PointReader reader;
  private final KnnSearch search;
  private Points waiting;

  ProbeState(KnnSpace space, PointReader reader, KnnParameters parameters, Points probe) {
    this.space = space;
    this.reader = reader;
    search = KnnSearch.of(space, parameters, probe);
    waiting = new Points(space);
  }

  @Override
  public void add(TypedRow row) {
    waiting.add(reader.point(row), row.key);
    if (waiting.size() == DONORS_AT_A_TIME) {
      search();
    }
  }

  @Override
  public void merge(ProbeState other) {
    search.merge(other.search());
  }

  /** The search, with every row seen. */
  KnnSearch search() {
    if (waiting.size() > 0) {
      search.visit(Donors.of(space, waiting));
      waiting = new Points(space);
    }
    return search;
  }
}
