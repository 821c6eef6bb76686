package io.winnow.prepare.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table whose columns have types: Parquet, ORC, Avro, a database, the result of a statement.
 *
 * @param where file or table, for messages
 */
record TypedSource(String where, Dataset<Row> view) implements TableReader {

  @Override
  public List<String> columns() {
    return Arrays.asList(view.columns());
  }

  @Override
  public Dataset<Row> cells(WantedColumns wanted) {
    List<String> names = columns();
    StructType types = view.schema();
    Dataset<Row> numbered = Positions.numbered(view);
    List<Column> picked = new ArrayList<>();
    for (int position : wanted.positions(where, names)) {
      picked.add(
          position == WantedColumns.NONE
              ? functions.lit(null).cast(DataTypes.StringType)
              : PlainCells.of(
                  where,
                  names.get(position),
                  Positions.column(numbered, position),
                  types.fields()[position].dataType()));
    }
    return Positions.select(numbered, picked);
  }
}
