package io.winnow.prepare.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The result of a query over tables, and after it the lines of those tables that are not rows, so
 * that they are rejected and counted as they would be without a query.
 *
 * @param views the tables with all their lines
 */
record QuerySource(TypedSource result, List<Dataset<Row>> views) implements CellReader {
  /** No cell begins with this sign. Comparing with it keeps a column besides LINE in the scan. */
  private static final String NO_CELL = "\u0000";

  @Override
  public List<String> columns() {
    return result.columns();
  }

  @Override
  public Dataset<Row> cells(WantedColumns wanted) {
    Dataset<Row> cells = result.cells(wanted);
    List<Dataset<Row>> withLines = views.stream().filter(QuerySource::hasLines).toList();
    if (withLines.isEmpty()) {
      return cells;
    }
    StructField[] fields = cells.schema().fields();
    Dataset<Row> all =
        Positions.numbered(cells.withColumn(LINE, functions.lit(null).cast(DataTypes.StringType)));
    for (Dataset<Row> view : withLines) {
      List<Column> columns = new ArrayList<>();
      for (StructField field : fields) {
        columns.add(functions.lit(null).cast(field.dataType()));
      }
      Dataset<Row> numbered = Positions.numbered(view);
      int line = view.columns().length - 1;
      columns.add(Positions.column(numbered, line));
      Dataset<Row> lines = numbered.filter(functions.not(isRow(numbered, line)));
      all = all.unionAll(Positions.select(lines, columns));
    }
    return all;
  }

  /** The rows of a view without the lines that are none. */
  static Dataset<Row> rows(Dataset<Row> view) {
    if (!hasLines(view)) {
      return view;
    }
    Dataset<Row> numbered = Positions.numbered(view);
    int line = view.columns().length - 1;
    return numbered.filter(isRow(numbered, line)).toDF(view.columns()).drop(LINE);
  }

  private static Column isRow(Dataset<Row> numbered, int line) {
    // Spark refuses to read nothing but the lines.
    Column first = Positions.column(numbered, 0).cast(DataTypes.StringType);
    return Positions.column(numbered, line).isNull().or(first.eqNullSafe(NO_CELL));
  }

  private static boolean hasLines(Dataset<Row> view) {
    String[] names = view.columns();
    return names.length > 0 && names[names.length - 1].equals(LINE);
  }
}
