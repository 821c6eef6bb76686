package io.winnow.prepare.block;

import java.util.Iterator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.sql.vectorized.ColumnarBatchRow;
import org.jspecify.annotations.Nullable;

/** Cells of batches of columns, as the vectorised readers of Parquet and ORC fill them. */
final class BatchCells implements SourceCells {
  private final Iterator<ColumnarBatch> batches;
  private final int[] positions;
  private final CellReader[] readers;
  // Null for a column that holds no texts.
  private final @Nullable DictionaryTexts[] texts;
  private ColumnarBatchRow row = new ColumnarBatchRow(new ColumnVector[0]);
  private int rows;

  /**
   * The rows of batches.
   *
   * @param positions where in a batch each column is
   * @param columns their types
   */
  BatchCells(Iterator<ColumnarBatch> batches, int[] positions, StructType columns) {
    this.batches = batches;
    this.positions = positions;
    readers = CellReader.of(columns);
    texts = new @Nullable DictionaryTexts[readers.length];
    StructField[] fields = columns.fields();
    for (int i = 0; i < texts.length; i++) {
      texts[i] =
          fields[i].dataType().equals(DataTypes.StringType)
              ? new DictionaryTexts(i, readers[i])
              : null;
    }
    row.rowId = -1;
  }

  @Override
  public boolean hasNext() {
    while (row.rowId + 1 == rows && batches.hasNext()) {
      start(batches.next());
    }
    return row.rowId + 1 < rows;
  }

  private void start(ColumnarBatch batch) {
    ColumnVector[] vectors = new ColumnVector[positions.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = batch.column(positions[i]);
      DictionaryTexts ofColumn = texts[i];
      if (ofColumn != null) {
        ofColumn.start(vectors[i]);
      }
    }
    row = new ColumnarBatchRow(vectors);
    row.rowId = -1;
    rows = batch.numRows();
  }

  @Override
  public void advance() {
    row.rowId++;
  }

  @Override
  public int width() {
    return readers.length;
  }

  @Override
  public @Nullable Object cell(int column) {
    DictionaryTexts ofColumn = texts[column];
    return ofColumn == null ? readers[column].read(row, column) : ofColumn.text(row);
  }
}
