package io.winnow.core.profile;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import java.util.stream.IntStream;

/** What the first scan of a table learns, column by column. */
public final class TableState implements RowState<TableState> {
  private static final long serialVersionUID = 1L;

  /** Different values that a column may have before they are estimated rather than counted. */
  private static final int CAP = 10_000;

  /** The same for all columns together, so that wide tables do not need more memory. */
  private static final int CAP_OF_ALL = 2_000_000;

  private final NumberState[] numbers;
  private final TextState[] texts;
  private long rows;

  /** An empty state of rows in that layout. */
  public TableState(RowLayout layout) {
    int columns = layout.numbers().size() + layout.texts().size();
    int cap = Math.min(CAP, CAP_OF_ALL / Math.max(1, columns));
    numbers =
        IntStream.range(0, layout.numbers().size())
            .mapToObj(c -> new NumberState(cap))
            .toArray(NumberState[]::new);
    texts =
        IntStream.range(0, layout.texts().size())
            .mapToObj(c -> new TextState(cap))
            .toArray(TextState[]::new);
  }

  @Override
  public void add(TypedRow row) {
    rows++;
    for (int c = 0; c < numbers.length; c++) {
      numbers[c].add(row.numbers[c]);
    }
    for (int c = 0; c < texts.length; c++) {
      texts[c].add(row.texts[c]);
    }
  }

  @Override
  public void merge(TableState other) {
    rows += other.rows;
    for (int c = 0; c < numbers.length; c++) {
      numbers[c].merge(other.numbers[c]);
    }
    for (int c = 0; c < texts.length; c++) {
      texts[c].merge(other.texts[c]);
    }
  }

  long rows() {
    return rows;
  }

  NumberState number(int column) {
    return numbers[column];
  }

  TextState text(int column) {
    return texts[column];
  }
}
