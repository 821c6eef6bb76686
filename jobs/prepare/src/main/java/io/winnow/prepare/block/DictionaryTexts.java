package io.winnow.prepare.block;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatchRow;
import org.jspecify.annotations.Nullable;

/** Texts of a column, of which each is decoded once in a batch where it is stored as codes. */
final class DictionaryTexts {
  /** Beyond so many codes a column does not repeat itself enough to remember their texts. */
  private static final int REMEMBERED = 1 << 12;

  private final int column;
  private final CellReader reader;
  private final @Nullable Object[] decoded = new @Nullable Object[REMEMBERED];
  private @Nullable IntUnaryOperator codes;

  /** Texts of that column of rows. */
  DictionaryTexts(int column, CellReader reader) {
    this.column = column;
    this.reader = reader;
  }

  /** Begins a batch, which may have another dictionary. */
  void start(ColumnVector texts) {
    codes = CatalystRows.codes(texts);
    Arrays.fill(decoded, null);
  }

  /** The text of a row, or null when it is missing. */
  @Nullable Object text(ColumnarBatchRow row) {
    if (codes == null || row.isNullAt(column)) {
      return reader.read(row, column);
    }
    int code = codes.applyAsInt(row.rowId);
    if (code >= REMEMBERED) {
      return reader.read(row, column);
    }
    Object text = decoded[code];
    if (text == null) {
      text = reader.read(row, column);
      decoded[code] = text;
    }
    return text;
  }
}
