package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.trim;

import io.winnow.core.dedup.PairScore;
import io.winnow.core.failure.WinnowException;
import java.util.Arrays;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Scores clusters against true pairs. */
final class GoldPairs {
  private final String path;
  private final Dataset<Row> pairs;

  private GoldPairs(String path, Dataset<Row> pairs) {
    this.path = path;
    this.pairs = pairs;
  }

  /**
   * Reads a CSV file with a header and two columns of row keys. Order and repetition do not matter.
   *
   * @throws WinnowException when it cannot be read or has other than two columns
   */
  static GoldPairs read(SparkSession spark, String path) {
    Dataset<Row> file;
    try {
      file = spark.read().option("header", true).csv(path);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw WinnowException.usage(
            "dedup.near.gold: '%s' cannot be read: %s"
                .formatted(path, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
      }
      throw e;
    }
    String[] columns = file.columns();
    if (columns.length != 2) {
      throw WinnowException.usage(
          "dedup.near.gold: '%s' has columns %s; it needs two, of row keys"
              .formatted(path, Arrays.toString(columns)));
    }
    Dataset<Row> ids =
        file.toDF("first", "second")
            .select(trim(col("first")).as("l"), trim(col("second")).as("r"));
    return new GoldPairs(
        path,
        ids.select(least(col("l"), col("r")).as("left"), greatest(col("l"), col("r")).as("right"))
            .where(col("left").notEqual(col("right")))
            .distinct());
  }

  /**
   * Pairs of rows in one cluster against the true ones.
   *
   * @param rows all rows that were compared, with {@link Narrow#ROW_KEY}
   * @param clustered those in clusters, with {@link NearClusters#CLUSTER} and {@link
   *     NearClusters#SIZE}
   * @throws WinnowException when the file names no row
   */
  PairScore score(Dataset<Row> rows, Dataset<Row> clustered) {
    Dataset<Row> clusterOf = clustered.select(Narrow.ROW_KEY, NearClusters.CLUSTER);
    long both =
        pairs
            .join(clusterOf.toDF("left", "of_left"), "left")
            .join(clusterOf.toDF("right", "of_right"), "right")
            .where(col("of_left").equalTo(col("of_right")))
            .count();
    if (both == 0 && pairs.join(rows.select(col(Narrow.ROW_KEY).as("left")), "left").isEmpty()) {
      throw WinnowException.data(
          "dedup.near.gold: '%s': its first column names no row key of the table".formatted(path));
    }
    // Each row of a cluster of n is in n - 1 pairs, and each pair is counted from both ends.
    Row twice =
        clustered.selectExpr("coalesce(sum(%s - 1), 0L)".formatted(NearClusters.SIZE)).head();
    return new PairScore(pairs.count(), twice.getLong(0) / 2, both);
  }
}
