package io.winnow.prepare.source;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads one raw table as it is stored. */
interface TableReader extends CellReader {
  /** All columns by name with the types that the format gives them; of a text format also LINE. */
  Dataset<Row> view();
}
