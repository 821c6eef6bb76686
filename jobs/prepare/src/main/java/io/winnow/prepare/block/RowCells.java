package io.winnow.prepare.block;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Cells of rows, from whatever source. */
final class RowCells implements SourceCells {
  private final Iterator<InternalRow> rows;
  private final CellReader[] readers;
  private InternalRow row = new GenericInternalRow(0);

  RowCells(Iterator<InternalRow> rows, StructType columns) {
    this.rows = rows;
    readers = CellReader.of(columns);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public void advance() {
    row = rows.next();
  }

  @Override
  public int width() {
    return readers.length;
  }

  @Override
  public @Nullable Object cell(int column) {
    return readers[column].read(row, column);
  }
}
