package io.winnow.prepare.source;

import io.winnow.core.config.SourceConfig.CsvOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files with a header each; files may have their columns in different orders.
 *
 * @param byHeader addresses of the files by the names in their header, blanks included
 * @param isTrimmed whether blanks around names and, in a view, cells are taken off
 */
record CsvSource(
    SparkSession spark,
    CsvOptions options,
    Map<List<String>, List<String>> byHeader,
    boolean isTrimmed)
    implements TableReader {
  private static final String BLANKS = " \t\n\u000B\f\r";

  /** Reads the headers. */
  static CsvSource open(
      SparkSession spark, CsvOptions options, List<InputFile> files, boolean isTrimmed) {
    Map<List<String>, List<String>> byHeader = new LinkedHashMap<>();
    for (InputFile file : files) {
      List<String> header =
          CsvHeader.read(file, options, spark.sparkContext().hadoopConfiguration());
      byHeader.computeIfAbsent(header, names -> new ArrayList<>()).add(file.uri());
    }
    return new CsvSource(spark, options, byHeader, isTrimmed);
  }

  @Override
  public List<String> columns() {
    return byHeader.keySet().stream()
        .flatMap(List::stream)
        .map(name -> isTrimmed ? name.strip() : name)
        .distinct()
        .toList();
  }

  @Override
  public Dataset<Row> cells(WantedColumns wanted) {
    return byHeader.entrySet().stream()
        .map(group -> read(group.getKey(), group.getValue(), wanted))
        .reduce(Dataset::unionAll)
        .orElseThrow();
  }

  @Override
  public Dataset<Row> view() {
    List<String> names = columns();
    Dataset<Row> cells =
        cells(new WantedColumns(names, Set.of(), isTrimmed, "another file of the table"));
    List<String> all = new ArrayList<>(names);
    all.add(LINE);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Column cell = Positions.column(cells, i);
      boolean isCut = isTrimmed && i < names.size();
      columns.add((isCut ? functions.trim(cell, BLANKS) : cell).as(all.get(i)));
    }
    return cells.select(columns.toArray(new Column[0]));
  }

  private Dataset<Row> read(List<String> header, List<String> paths, WantedColumns wanted) {
    StructType cells = new StructType();
    for (String name : header) {
      cells = cells.add(name, DataTypes.StringType);
    }
    Dataset<Row> all =
        spark
            .read()
            .schema(cells.add(LINE, DataTypes.StringType))
            .option("header", true)
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", LINE)
            .option("sep", options.delimiter())
            .option("quote", options.quote())
            .option("escape", options.escape())
            .option("encoding", options.encoding())
            .option("multiLine", options.multiLine())
            .option("maxCharsPerColumn", -1)
            // With pruning a line with too many cells would pass where the last columns are unused.
            .option("columnPruning", false)
            .csv(paths.toArray(new String[0]));
    Dataset<Row> numbered = Positions.numbered(all);
    List<Column> picked = new ArrayList<>();
    for (int position : wanted.positions(paths.get(0), header)) {
      picked.add(
          position == WantedColumns.NONE
              ? functions.lit(null).cast(DataTypes.StringType)
              : Positions.column(numbered, position));
    }
    picked.add(Positions.column(numbered, header.size()));
    return Positions.select(numbered, picked);
  }
}
