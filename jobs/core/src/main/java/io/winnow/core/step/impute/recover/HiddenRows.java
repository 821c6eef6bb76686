package io.winnow.core.step.impute.recover;

import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that cells are hidden in, as they were, by their hash; equal rows once. */
final class HiddenRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SortedMap<Hash128, Cells> rows = new TreeMap<>();

  /** Keeps the cells of a row that have not been hidden yet. */
  void add(Hash128 hash, Cells cells) {
    rows.put(hash, cells);
  }

  void merge(HiddenRows other) {
    rows.putAll(other.rows);
  }

  /** The rows with all their cells, in the order of their hashes. */
  List<TypedRow> rows(RowLayout layout) {
    return rows.entrySet().stream()
        .map(
            entry -> {
              TypedRow row = new TypedRow(layout);
              entry.getValue().restore(row);
              row.hash = entry.getKey();
              row.key = entry.getKey();
              return row;
            })
        .toList();
  }

  /** A copy of the cells of a row. */
  static final class Cells implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] numbers;
    private final @Nullable String[] texts;

    Cells(TypedRow row) {
      numbers = row.numbers.clone();
      texts = row.texts.clone();
    }

    void restore(TypedRow row) {
      System.arraycopy(numbers, 0, row.numbers, 0, numbers.length);
      System.arraycopy(texts, 0, row.texts, 0, texts.length);
    }
  }
}
