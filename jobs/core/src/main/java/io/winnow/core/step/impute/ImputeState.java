package io.winnow.core.step.impute;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import java.util.List;

/** One scan of train for what fills numeric columns and for the categories of the others. */
final class ImputeState implements RowState<ImputeState> {
  private static final long serialVersionUID = 1L;

  private final int[] numberColumns;
  private final int[] textColumns;
  private final NumberState[] numbers;
  private final CategoryState[] categories;

  /**
   * An empty state.
   *
   * @param strategies of the numeric columns
   */
  ImputeState(int[] numberColumns, List<ImputeStrategy> strategies, int[] textColumns) {
    this.numberColumns = numberColumns;
    this.textColumns = textColumns;
    numbers = strategies.stream().map(NumberState::new).toArray(NumberState[]::new);
    categories = new CategoryState[textColumns.length];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = new CategoryState();
    }
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i].add(row.numbers[numberColumns[i]]);
    }
    for (int i = 0; i < categories.length; i++) {
      categories[i].add(row.texts[textColumns[i]]);
    }
  }

  @Override
  public void merge(ImputeState other) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i].merge(other.numbers[i]);
    }
    for (int i = 0; i < categories.length; i++) {
      categories[i].merge(other.categories[i]);
    }
  }

  NumberState number(int index) {
    return numbers[index];
  }

  CategoryState category(int index) {
    return categories[index];
  }
}
