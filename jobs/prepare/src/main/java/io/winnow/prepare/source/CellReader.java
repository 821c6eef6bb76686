package io.winnow.prepare.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives rows of plain cells. Nothing is read before the rows are asked for. */
interface CellReader {
  /**
   * Column of a text format that holds the line where it is not a row, and is null where it is one.
   */
  String LINE = "_winnow_line";

  /** Names of the columns; of JSON lines those of the first lines. */
  List<String> columns();

  /**
   * The wanted columns by position, as cells that a table schema can be applied to; of a text
   * format also {@link #LINE}, last.
   *
   * @throws io.winnow.core.failure.WinnowException when a column is missing or holds no plain cells
   */
  Dataset<Row> cells(WantedColumns wanted);
}
