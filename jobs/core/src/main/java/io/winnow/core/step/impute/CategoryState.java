package io.winnow.core.step.impute;

import io.winnow.core.row.RowBatch;
import io.winnow.core.statistics.Frequencies;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The categories of one column in train, and how many cells are missing. */
public final class CategoryState implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Frequencies<String> frequencies = new Frequencies<>();
  private long missing;

  void add(@Nullable String text) {
    if (text == null) {
      missing++;
    } else {
      frequencies.add(text);
    }
  }

  void add(RowBatch batch, int column) {
    missing += batch.count(column, frequencies::add);
  }

  void merge(CategoryState other) {
    frequencies.merge(other.frequencies);
    missing += other.missing;
  }

  /** Cells by category. */
  public Frequencies<String> frequencies() {
    return frequencies;
  }

  /** Missing cells. */
  public long missing() {
    return missing;
  }
}
