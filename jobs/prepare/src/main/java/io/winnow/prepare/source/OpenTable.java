package io.winnow.prepare.source;

import io.winnow.core.config.JdbcConfig;
import io.winnow.core.config.SourceFormat;
import io.winnow.core.config.TableConfig;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One raw table that is there.
 *
 * @param where its first file, or the database and table, for messages
 * @param files those it consists of; none for a database
 */
record OpenTable(String where, List<InputFile> files, TableReader reader) {

  /**
   * Finds the files or reaches the database.
   *
   * @param key below which the configuration stands, for messages
   * @param isTrimmed whether blanks around the names of columns do not count
   */
  static OpenTable open(
      SparkSession spark,
      String key,
      TableConfig config,
      boolean isTrimmed,
      UnaryOperator<@Nullable String> variables) {
    JdbcConfig jdbc = config.jdbc();
    if (jdbc != null) {
      String where = config.location();
      Dataset<Row> rows = JdbcSource.open(spark, key + ".jdbc", where, jdbc, variables);
      return new OpenTable(where, List.of(), new TypedSource(where, rows));
    }
    List<InputFile> files =
        InputFiles.list(
            key + ".path",
            Objects.requireNonNull(config.path()),
            spark.sparkContext().hadoopConfiguration());
    TableReader reader =
        switch (config.format()) {
          case CSV -> CsvSource.open(spark, config.options(), files, isTrimmed);
          case JSON -> JsonSource.open(spark, files);
          case PARQUET, ORC, AVRO -> typed(spark, config.format(), files);
          case JDBC -> throw new IllegalStateException("format jdbc without a database");
        };
    return new OpenTable(files.get(0).uri(), files, reader);
  }

  private static TypedSource typed(SparkSession spark, SourceFormat format, List<InputFile> files) {
    String where = files.get(0).uri();
    String name = format.name().toLowerCase(Locale.ROOT);
    String[] paths = files.stream().map(InputFile::uri).toArray(String[]::new);
    return SparkReason.of(
        "%s: cannot be read as %s".formatted(where, name),
        () -> new TypedSource(where, spark.read().format(name).load(paths)));
  }
}
