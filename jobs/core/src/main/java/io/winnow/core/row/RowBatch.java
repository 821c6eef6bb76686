package io.winnow.core.row;

import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a block on their way through steps, column by column: a column is copied out of the
 * block once somebody asks for it, and then holds what the steps have made of it. Rows that a step
 * leaves out are gone for the next. Meant for one scan of one thread.
 */
public final class RowBatch {
  private final RowBlock block;
  private final RowLayout layout;
  private final double[] @Nullable [] numbers;
  private final @Nullable String[] @Nullable [] texts;
  private int[] rows;
  private int size;

  /** All rows of a block. */
  public RowBatch(RowBlock block, RowLayout layout) {
    this.block = block;
    this.layout = layout;
    numbers = new double[layout.numbers().size()][];
    texts = new String[layout.texts().size()][];
    rows = IntStream.range(0, block.size()).toArray();
    size = rows.length;
  }

  /** Where the columns are. */
  public RowLayout layout() {
    return layout;
  }

  /** How many rows there are; arrays may be longer. */
  public int size() {
    return size;
  }

  /** The cells of a numeric column, NaN where missing; a step may change them. */
  public double[] numbers(int column) {
    double[] cells = numbers[column];
    if (cells == null) {
      cells = block.numbers(column, rows, size);
      numbers[column] = cells;
    }
    return cells;
  }

  /** The cells of a textual column, null where missing; a step may change them. */
  public @Nullable String[] texts(int column) {
    @Nullable String[] cells = texts[column];
    if (cells == null) {
      TextColumn source = block.texts(column);
      cells = new @Nullable String[size];
      for (int i = 0; i < size; i++) {
        cells[i] = source.text(rows[i]);
      }
      texts[column] = cells;
    }
    return cells;
  }

  /**
   * Counts the texts of a column.
   *
   * @param counted told of texts and how often each occurs, possibly of one text several times
   * @return how many cells are missing
   */
  public long count(int column, ObjLongConsumer<String> counted) {
    @Nullable String[] cells = texts[column];
    if (cells == null) {
      return block.texts(column).count(rows, size, counted);
    }
    long missing = 0;
    for (int i = 0; i < size; i++) {
      String text = cells[i];
      if (text == null) {
        missing++;
      } else {
        counted.accept(text, 1);
      }
    }
    return missing;
  }

  /** Copies one row out: the columns that the row wants, as they are now. */
  public void read(int index, TypedRow row) {
    block.readHashes(rows[index], row);
    for (int c : row.wantedNumbers) {
      double[] cells = numbers[c];
      row.numbers[c] = cells == null ? block.number(c, rows[index]) : cells[index];
    }
    for (int c : row.wantedTexts) {
      @Nullable String[] cells = texts[c];
      row.texts[c] = cells == null ? block.texts(c).text(rows[index]) : cells[index];
    }
  }

  /** Takes over the columns that the row wants. */
  public void write(int index, TypedRow row) {
    for (int c : row.wantedNumbers) {
      numbers(c)[index] = row.numbers[c];
    }
    for (int c : row.wantedTexts) {
      texts(c)[index] = row.texts[c];
    }
  }

  /**
   * Leaves only some rows.
   *
   * @param kept their indices, ascending
   * @param count how many of these count
   */
  public void keep(int[] kept, int count) {
    if (count == size) {
      return;
    }
    int[] left = new int[count];
    for (int i = 0; i < count; i++) {
      left[i] = rows[kept[i]];
    }
    rows = left;
    size = count;
    for (double[] cells : numbers) {
      if (cells != null) {
        for (int i = 0; i < count; i++) {
          cells[i] = cells[kept[i]];
        }
      }
    }
    for (@Nullable String[] cells : texts) {
      if (cells != null) {
        for (int i = 0; i < count; i++) {
          cells[i] = cells[kept[i]];
        }
      }
    }
  }
}
