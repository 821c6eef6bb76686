package io.winnow.prepare.source;

import io.winnow.core.config.SourceConfig;
import io.winnow.core.schema.TableSchema;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Opens raw tables. */
public final class Sources {
  private Sources() {}

  /**
   * Opens a table and checks that it has the declared columns; reads no rows.
   *
   * @throws io.winnow.core.failure.WinnowException when a file or a column is missing
   */
  public static SourceTable open(SparkSession spark, SourceConfig config, TableSchema table) {
    List<InputFile> files =
        InputFiles.list(config.path(), spark.sparkContext().hadoopConfiguration());
    SourceTable opened =
        switch (config.format()) {
          case CSV -> new CsvSource(spark, config, table).open(files);
          case PARQUET -> new ParquetSource(spark, table).open(files);
        };
    Integer partitions = config.partitions();
    return partitions == null
        ? opened
        : new SourceTable(opened.rows().repartition(partitions), opened.files(), opened.warnings());
  }

  /**
   * Names of the columns that a table has, for one that no schema declares; columns without a name
   * are left out.
   *
   * @throws io.winnow.core.failure.WinnowException when a file is missing or has no header
   */
  public static List<String> columns(SparkSession spark, SourceConfig config) {
    List<InputFile> files =
        InputFiles.list(config.path(), spark.sparkContext().hadoopConfiguration());
    List<String> names =
        switch (config.format()) {
          case CSV ->
              CsvHeader.read(
                  files.get(0), config.options(), spark.sparkContext().hadoopConfiguration());
          case PARQUET -> List.of(spark.read().parquet(files.get(0).uri()).columns());
        };
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
