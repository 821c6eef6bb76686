package io.winnow.prepare.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows of several tables. Where a column is not of the same type in all of them its cells are
 * taken as texts, which the table schema reads as it does those of a CSV file.
 *
 * @param allowMissing columns that a table may lack
 */
record UnionSource(List<? extends CellReader> tables, List<String> allowMissing)
    implements CellReader {

  @Override
  public List<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    tables.forEach(table -> columns.addAll(table.columns()));
    return List.copyOf(columns);
  }

  @Override
  public Dataset<Row> cells(WantedColumns wanted) {
    int width = wanted.names().size();
    List<Dataset<Row>> parts =
        tables.stream().map(table -> table.cells(wanted.allowing(allowMissing))).toList();
    boolean hasLines = parts.stream().anyMatch(part -> part.columns().length > width);
    boolean[] mixed = new boolean[width];
    for (int i = 0; i < width; i++) {
      mixed[i] = parts.stream().map(type(i)).distinct().count() > 1;
    }
    return parts.stream()
        .map(part -> Positions.select(part, aligned(part, mixed, hasLines)))
        .reduce(Dataset::unionAll)
        .orElseThrow();
  }

  private static Function<Dataset<Row>, DataType> type(int position) {
    return part -> part.schema().fields()[position].dataType();
  }

  private static List<Column> aligned(Dataset<Row> part, boolean[] mixed, boolean hasLines) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < mixed.length; i++) {
      Column column = Positions.column(part, i);
      columns.add(mixed[i] ? column.cast(DataTypes.StringType) : column);
    }
    if (hasLines) {
      columns.add(
          part.columns().length > mixed.length
              ? Positions.column(part, mixed.length)
              : functions.lit(null).cast(DataTypes.StringType));
    }
    return columns;
  }
}
