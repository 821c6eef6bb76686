package io.winnow.core.step.impute.knn;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The search for the neighbours of a batch of rows, or of one. Donors may be handed over at once or
 * in any number of parts and in any order ({@link #visit}), and searches of the same rows among
 * different donors can be merged; the fills are the same, bit for bit.
 *
 * <p>For every missing cell the candidates are the donors that observe its column and have a
 * distance ({@link KnnSpace}); the k with the smallest (d², key) count. Rows with the same observed
 * cells are searched for once. One pass over the distances of a block serves every missing cell of
 * a row.
 */
public final class KnnSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Receivers for which a block stays in the cache. */
  private static final int TILE = 64;

  private final KnnSpace space;
  private final KnnParameters parameters;
  private final Receivers receivers;
  private final NeighbourLists lists;

  private KnnSearch(KnnSpace space, KnnParameters parameters, Receivers receivers) {
    this.space = space;
    this.parameters = parameters;
    this.receivers = receivers;
    lists = new NeighbourLists(receivers.lists(), parameters.k());
  }

  /**
   * A search that has seen no donor yet.
   *
   * @param rows to fill; those that lack nothing are allowed
   */
  public static KnnSearch of(KnnSpace space, KnnParameters parameters, Points rows) {
    return new KnnSearch(space, parameters, Receivers.of(space, rows));
  }

  /** Looks for neighbours among donors. */
  public void visit(Donors donors) {
    visit(donors, Pruning.WHERE_IT_PAYS);
  }

  /**
   * Looks for neighbours among donors.
   *
   * @return share of the visits of a row to a block that were left out as too far away
   */
  public double visit(Donors donors, Pruning pruning) {
    BlockSearch search = new BlockSearch(space, receivers, lists, donors.blocks(), pruning);
    List<int[]> tiles = KdOrder.blocks(space, receivers.points(), TILE);
    tiles.forEach(tile -> search.visit(tile));
    return search.prunedShare();
  }

  /** Takes in what a search of the same rows has found among other donors. */
  public void merge(KnnSearch other) {
    lists.merge(other.lists);
  }

  /**
   * The fill of a cell, in the unit of its column.
   *
   * @param row index among the rows given
   * @param column index in the space
   * @return NaN when the row does not lack the cell or the column is not one to fill
   */
  public double fill(int row, int column) {
    int list = receivers.list(row, column);
    return list < 0
        ? Double.NaN
        : new Fill(lists, parameters.weights()).of(list, space.column(column));
  }

  /** The fills of the cells that a row lacks, in the order of the columns that are filled. */
  public double[] fills(int row) {
    return IntStream.of(space.filled())
        .filter(column -> receivers.list(row, column) >= 0)
        .mapToDouble(column -> fill(row, column))
        .toArray();
  }

  /** Rows that were searched for, those with the same observed cells once. */
  public int searched() {
    return receivers.points().size();
  }

  /** Cells of the neighbours that a missing cell has, nearest first. */
  double[] neighbours(int row, int column) {
    int list = receivers.list(row, column);
    return IntStream.range(0, lists.size(list)).mapToDouble(r -> lists.cell(list, r)).toArray();
  }

  /** How many of the neighbours of a missing cell another search of the same rows has, too. */
  int shared(KnnSearch other, int row, int column) {
    return lists.shared(other.lists, receivers.list(row, column));
  }

  NeighbourLists lists() {
    return lists;
  }
}
