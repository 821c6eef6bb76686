package io.winnow.core.step.impute.knn;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowStep;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the fills of many blocks of rows at once and lets the blocks carry them. */
public final class BatchFill implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int NONE = -1;

  private final FittedKnn fitted;
  private final RowLayout layout;
  private final RowStep before;

  /**
   * A computation of fills.
   *
   * @param before what happens to every row before it is filled
   */
  public BatchFill(FittedKnn fitted, RowLayout layout, RowStep before) {
    this.fitted = fitted;
    this.layout = layout;
    this.before = before;
  }

  /**
   * The blocks with the fills of their rows.
   *
   * @param donors in parts, each asked for once and free to go when the next is asked for
   */
  public List<RowBlock> fill(List<RowBlock> blocks, Iterable<Donors> donors) {
    KnnSpace space = fitted.space();
    Points points = new Points(space);
    List<int[]> places = blocks.stream().map(block -> collect(block, space, points)).toList();
    KnnSearch search = KnnSearch.of(space, fitted.parameters(), points);
    if (search.searched() > 0) {
      donors.forEach(search::visit);
    }
    List<RowBlock> filled = new ArrayList<>();
    for (int b = 0; b < places.size(); b++) {
      List<double @Nullable []> rows = new ArrayList<>();
      for (int place : places.get(b)) {
        rows.add(place == NONE ? null : search.fills(place));
      }
      filled.add(blocks.get(b).withFills(rows));
    }
    return filled;
  }

  /** Adds the rows of a block that lack cells; returns each row's place among the points. */
  private int[] collect(RowBlock block, KnnSpace space, Points points) {
    PointReader reader = new PointReader(space, fitted.categories(), layout);
    CellEffects ignored = new CellEffects();
    TypedRow row = new TypedRow(layout);
    int[] places = new int[block.size()];
    for (int i = 0; i < places.length; i++) {
      block.read(i, row);
      places[i] = NONE;
      if (before.apply(row, ignored) && reader.lacks(row)) {
        places[i] = points.size();
        points.add(reader.point(row), row.key);
      }
    }
    return places;
  }
}
