package io.winnow.prepare.source;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Columns named by their position, {@code c0} and so on: the names that tables have may hold dots
 * or quotes, or differ in case only.
 */
final class Positions {
  private Positions() {}

  /** The same rows with columns that are named so. */
  static Dataset<Row> numbered(Dataset<Row> rows) {
    return rows.toDF(
        IntStream.range(0, rows.columns().length).mapToObj(Positions::name).toArray(String[]::new));
  }

  /** A column of rows that are named so. */
  static Column column(Dataset<Row> numbered, int position) {
    return numbered.col(name(position));
  }

  /** The columns as the ones to select, named so again. */
  static Dataset<Row> select(Dataset<Row> numbered, List<Column> columns) {
    return numbered.select(
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i).as(name(i)))
            .toArray(Column[]::new));
  }

  private static String name(int position) {
    return "c" + position;
  }
}
