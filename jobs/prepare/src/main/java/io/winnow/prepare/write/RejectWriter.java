package io.winnow.prepare.write;

import io.winnow.core.row.RowBlock;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes rejected rows as JSON lines: reason, column, and the raw cells by name. */
public final class RejectWriter {
  private static final StructType SCHEMA =
      new StructType()
          .add("reason", DataTypes.StringType)
          .add("column", DataTypes.StringType)
          .add("row", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

  private RejectWriter() {}

  /** Writes all rejects of the blocks into one file. */
  public static void write(SparkSession spark, JavaRDD<RowBlock> blocks, String path) {
    JavaRDD<Row> rejects =
        blocks.flatMap(
            block ->
                block.rejects().stream()
                    .map(
                        reject -> RowFactory.create(reject.reason(), reject.column(), reject.row()))
                    .iterator());
    spark
        .createDataFrame(rejects, SCHEMA)
        .coalesce(1)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .json(path);
  }
}
