package io.winnow.prepare.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.winnow.core.config.Json;
import io.winnow.core.row.Reject;
import io.winnow.core.row.RowBlock;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Writes rejected rows as JSON lines: reason, column, and the raw cells by name. */
public final class RejectWriter {
  private RejectWriter() {}

  /** Writes all rejects of the blocks into one file. */
  public static void write(SparkSession spark, JavaRDD<RowBlock> blocks, String path) {
    JavaRDD<String> rejects =
        blocks.flatMap(block -> block.rejects().stream().map(RejectWriter::line).iterator());
    spark
        .createDataset(rejects.coalesce(1).rdd(), Encoders.STRING())
        .write()
        .mode(SaveMode.ErrorIfExists)
        .text(path);
    S3aCommitter.verify(path, spark.sparkContext().hadoopConfiguration());
  }

  private static String line(Reject reject) {
    try {
      return Json.MAPPER.writeValueAsString(reject);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a reject", e);
    }
  }
}
