package io.winnow.prepare.write;

import io.winnow.core.config.OutputConfig;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.row.RowBlock;
import io.winnow.core.split.Split;
import io.winnow.prepare.block.CatalystRows;
import io.winnow.prepare.block.SparkRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes splits as Parquet: {@code row_key}, {@code label}, perhaps {@code row_weight}, then {@code
 * features} as an MLlib vector, or one double per feature. Every row is transformed once, for the
 * split it belongs to.
 */
public final class PreparedWriter {
  /** Index and value of a non-zero feature. */
  private static final long ENTRY_BYTES = 12;

  private static final String MOST_ROWS = "maxRecordsPerFile";

  /** Scaled numbers hardly repeat themselves; Parquet would look up each one to find that out. */
  private static final String VALUES_IN_DICTIONARY =
      "parquet.enable.dictionary#features.values.list.element";

  private final SparkSession spark;
  private final OutputConfig config;
  private final FittedPipeline pipeline;

  /** A writer of rows that a pipeline transforms. */
  public PreparedWriter(SparkSession spark, OutputConfig config, FittedPipeline pipeline) {
    this.spark = spark;
    this.config = config;
    this.pipeline = pipeline;
  }

  /**
   * Writes the splits, side by side, and counts what is there.
   *
   * @param rows all rows, of all splits
   * @param counts rows of each split
   * @param paths folder of each split
   * @throws RowCountException when another number of rows was written
   */
  public Map<Split, WrittenFiles> write(
      SparkRows rows, RowPreparer preparer, Map<Split, Long> counts, Map<Split, String> paths) {
    // A small split is one task, which would leave the other cores idle.
    ExecutorService jobs = Executors.newFixedThreadPool(counts.size());
    try {
      Map<Split, Future<WrittenFiles>> running = new EnumMap<>(Split.class);
      counts.forEach(
          (split, count) ->
              running.put(
                  split,
                  jobs.submit(
                      () ->
                          write(rows, preparer, split, count, String.valueOf(paths.get(split))))));
      Map<Split, WrittenFiles> written = new EnumMap<>(Split.class);
      for (Map.Entry<Split, Future<WrittenFiles>> job : running.entrySet()) {
        written.put(job.getKey(), finished(job.getValue()));
      }
      return written;
    } finally {
      jobs.shutdown();
    }
  }

  private static WrittenFiles finished(Future<WrittenFiles> job) {
    try {
      return job.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a split could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("writing was interrupted", e);
    }
  }

  private WrittenFiles write(
      SparkRows rows, RowPreparer preparer, Split split, long count, String path) {
    JavaRDD<RowBlock> blocks = rows.blocks();
    JavaRDD<InternalRow> prepared =
        blocks.mapPartitions(partition -> preparer.prepare(partition, split));
    Dataset<Row> table = CatalystRows.table(spark, prepared, schema(preparer.leading()));
    sized(table, count, blocks.getNumPartitions())
        .write()
        .option(MOST_ROWS, config.files() == null ? 2 * fileRows() : 0)
        .option(VALUES_IN_DICTIONARY, false)
        .mode(SaveMode.ErrorIfExists)
        .parquet(path);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    S3aCommitter.verify(path, hadoop);
    WrittenFiles written = WrittenFiles.in(path, hadoop);
    if (written.rows() != count) {
      throw new RowCountException(path, written.rows(), count);
    }
    return written;
  }

  /** The table in as many partitions as there are to be files. */
  private Dataset<Row> sized(Dataset<Row> table, long count, int partitions) {
    Integer wanted = config.files();
    if (wanted != null) {
      return wanted > partitions ? table.repartition(wanted) : table.coalesce(wanted);
    }
    // A partition that holds more becomes several files, which costs less than moving every row.
    long files = (count + fileRows() - 1) / fileRows();
    return table.coalesce((int) Math.min(partitions, Math.max(1, files)));
  }

  /** How many rows make a file of the wanted size. */
  private long fileRows() {
    long entries =
        switch (config.layout()) {
          case VECTOR -> pipeline.columns().size();
          case COLUMNS -> pipeline.width();
        };
    return Math.max(1, config.fileBytes() / (Math.max(1, entries) * ENTRY_BYTES));
  }

  private StructType schema(List<StructField> leading) {
    StructType schema = new StructType(leading.toArray(StructField[]::new));
    switch (config.layout()) {
      case VECTOR -> schema = schema.add("features", SQLDataTypes.VectorType(), false);
      case COLUMNS -> {
        for (FittedFeature feature : pipeline.features()) {
          schema = schema.add(feature.name(), DataTypes.DoubleType, false);
        }
      }
    }
    return schema;
  }
}
