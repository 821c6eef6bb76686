package io.winnow.prepare.source;

import io.winnow.core.config.SourceConfig;
import io.winnow.core.config.SourceConfig.CsvOptions;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** CSV files with a header each; files may have their columns in different orders. */
final class CsvSource {
  /** Holds a line that could not be divided into cells. */
  private static final String LINE = "_winnow_line";

  private final SparkSession spark;
  private final SourceConfig config;
  private final TableSchema table;

  CsvSource(SparkSession spark, SourceConfig config, TableSchema table) {
    this.spark = spark;
    this.config = config;
    this.table = table;
  }

  SourceTable open(List<InputFile> files) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Map<List<String>, List<String>> byHeader = new LinkedHashMap<>();
    List<Warning> warnings = new ArrayList<>();
    for (InputFile file : files) {
      List<String> header = CsvHeader.read(file, config.options(), configuration);
      if (!byHeader.containsKey(header)) {
        warnings.addAll(DeclaredColumns.undeclared(file.uri(), header, table));
      }
      byHeader.computeIfAbsent(header, names -> new ArrayList<>()).add(file.uri());
    }
    Dataset<Row> rows =
        byHeader.entrySet().stream()
            .map(group -> read(group.getKey(), group.getValue()))
            .reduce(Dataset::unionAll)
            .orElseThrow();
    return new SourceTable(rows, files, warnings);
  }

  private Dataset<Row> read(List<String> header, List<String> paths) {
    StructType cells = new StructType();
    for (String name : header) {
      cells = cells.add(name, DataTypes.StringType);
    }
    CsvOptions options = config.options();
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
    // Names may hold dots, quotes or differ in case only: columns are picked by their position.
    String[] positions = new String[header.size() + 1];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = "c" + i;
    }
    Dataset<Row> numbered = all.toDF(positions);
    List<Column> picked = new ArrayList<>();
    for (int position : DeclaredColumns.positions(paths.get(0), header, table)) {
      picked.add(numbered.col("c" + position));
    }
    picked.add(numbered.col("c" + header.size()));
    return numbered.select(picked.toArray(new Column[0]));
  }
}
