package io.winnow.core.step.impute;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import java.util.List;
import java.util.stream.Stream;

/** One scan of train for what fills numeric columns and for the categories of the others. */
final class ImputeState implements RowState<ImputeState> {
  private static final long serialVersionUID = 1L;

  private final int[] numberColumns;
  private final int[] textColumns;
  private final NumberState[] numbers;
  private final CategoryState[] categories;

  private long rows;

  /** An empty state of columns by their names. */
  ImputeState(RowLayout layout, ImputeConfig config, List<String> numeric, List<String> texts) {
    numberColumns = numeric.stream().mapToInt(layout::number).toArray();
    textColumns = texts.stream().mapToInt(layout::text).toArray();
    numbers =
        numeric.stream()
            .map(name -> new NumberState(name, config.number(name).strategy()))
            .toArray(NumberState[]::new);
    categories =
        Stream.generate(CategoryState::new).limit(texts.size()).toArray(CategoryState[]::new);
  }

  @Override
  public void add(TypedRow row) {
    rows++;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i].add(row.numbers[numberColumns[i]]);
    }
    for (int i = 0; i < categories.length; i++) {
      categories[i].add(row.texts[textColumns[i]]);
    }
  }

  @Override
  public void add(RowBatch batch) {
    rows += batch.size();
    for (int i = 0; i < numbers.length; i++) {
      double[] values = batch.numbers(numberColumns[i]);
      for (int row = 0; row < batch.size(); row++) {
        numbers[i].add(values[row]);
      }
    }
    for (int i = 0; i < categories.length; i++) {
      categories[i].add(batch, textColumns[i]);
    }
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(numberColumns, textColumns);
  }

  @Override
  public void merge(ImputeState other) {
    rows += other.rows;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i].merge(other.numbers[i]);
    }
    for (int i = 0; i < categories.length; i++) {
      categories[i].merge(other.categories[i]);
    }
  }

  long rows() {
    return rows;
  }

  NumberState number(int index) {
    return numbers[index];
  }

  CategoryState category(int index) {
    return categories[index];
  }
}
