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
}
