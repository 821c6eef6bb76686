package io.winnow.prepare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.winnow.core.manifest.MoveReport;
import io.winnow.core.split.Split;
import io.winnow.prepare.store.Run;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares the splits of two runs by row key: one join of two narrow tables. */
final class SplitMoves {
  private SplitMoves() {}

  static MoveReport between(SparkSession spark, Run before, Run now) {
    Dataset<Row> old = splits(spark, before, "before");
    Dataset<Row> fresh = splits(spark, now, "now");
    Dataset<Row> both =
        old.join(fresh, old.col("row_key").equalTo(fresh.col("row_key")), "full_outer");
    Row counts =
        both.agg(
                number(col("before").equalTo(col("now"))),
                number(col("before").notEqual(col("now"))),
                number(col("before").isNull()),
                number(col("now").isNull()))
            .first();
    return new MoveReport(
        before.id(), counts.getLong(0), counts.getLong(1), counts.getLong(2), counts.getLong(3));
  }

  private static Column number(Column condition) {
    return coalesce(sum(when(condition, 1L).otherwise(0L)), lit(0L));
  }

  /** The split of each key; rows that share a key share their split. */
  private static Dataset<Row> splits(SparkSession spark, Run run, String name) {
    return Arrays.stream(Split.values())
        .map(
            split ->
                spark
                    .read()
                    .parquet(run.path("prepared/" + split.key()))
                    .select(col("row_key"), lit(split.key()).as("split")))
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy("row_key")
        .agg(min("split").as(name));
  }
}
