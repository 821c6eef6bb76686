package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.col;

import io.winnow.core.config.NearConfig;
import io.winnow.core.dedup.Banding;
import io.winnow.core.dedup.MinHash;
import io.winnow.core.dedup.ShingleSet;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds pairs of similar sets: candidates by banded MinHash signatures, then their similarity. */
final class SimilarSets {
  /** Numbers of the sets of a pair, the smaller first. */
  static final String A = "a";

  static final String B = "b";

  /** Pairs that a bucket beyond the limit left out, in rows whose {@link #A} is a bucket. */
  static final String UNCOMPARED = "uncompared";

  /** Bucket entries that one task sorts, about. */
  private static final long ENTRIES = 500_000;

  private static final StructType SIGNED =
      new StructType()
          .add(ShingleSets.ID, DataTypes.LongType, false)
          .add("buckets", DataTypes.createArrayType(DataTypes.LongType, false), false);
  private static final StructType PAIR =
      new StructType()
          .add(A, DataTypes.LongType, false)
          .add(B, DataTypes.LongType, false)
          .add(UNCOMPARED, DataTypes.LongType, false);

  private SimilarSets() {}

  /**
   * The distinct candidates, and a row for every bucket beyond the limit.
   *
   * @param count how many sets there are
   */
  static Dataset<Row> candidates(
      SparkSession spark, Dataset<Row> sets, long count, Banding banding, int maxBucket) {
    // A number of its own, which adaptive execution leaves alone: a task sorts what it gets.
    int partitions = Math.toIntExact(1 + count * banding.bands() / ENTRIES);
    JavaRDD<Row> signed =
        sets.select(ShingleSets.ID, ShingleSets.SHINGLES)
            .javaRDD()
            .mapPartitions(rows -> signed(rows, new MinHash(banding)));
    Column further =
        functions.element_at(
            col("buckets"),
            functions.pmod(col("band").plus(1), functions.lit(banding.bands())).plus(1));
    JavaRDD<Row> entries =
        spark
            .createDataFrame(signed, SIGNED)
            .select(
                col(ShingleSets.ID),
                col("buckets"),
                functions.posexplode(col("buckets")).as(new String[] {"band", "bucket"}))
            .select(col("bucket"), further.as("further"), col(ShingleSets.ID))
            .repartition(partitions, col("bucket"))
            .sortWithinPartitions("bucket", "further", ShingleSets.ID)
            .javaRDD();
    return spark
        .createDataFrame(entries.mapPartitions(rows -> new BucketPairs(rows, maxBucket)), PAIR)
        .distinct();
  }

  private static Iterator<Row> signed(Iterator<Row> sets, MinHash hash) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return sets.hasNext();
      }

      @Override
      public Row next() {
        Row set = sets.next();
        return RowFactory.create(set.getLong(0), hash.buckets(ShingleSet.fromBytes(set.getAs(1))));
      }
    };
  }

  /** The candidates (a, b) whose true Jaccard similarity reaches the threshold. */
  static Dataset<Row> verified(Dataset<Row> candidates, Dataset<Row> sets, NearConfig config) {
    return withSimilarity(candidates.where(col(A).geq(0)).select(A, B), A, B, sets)
        .where(col("similarity").geq(config.threshold()))
        .select(A, B);
  }

  /** Rows with the similarity of two sets that they have the numbers of. */
  static Dataset<Row> withSimilarity(
      Dataset<Row> rows, String left, String right, Dataset<Row> sets) {
    UserDefinedFunction jaccard =
        functions.udf(
            (UDF2<byte[], byte[], Double>)
                (a, b) -> ShingleSet.fromBytes(a).jaccard(ShingleSet.fromBytes(b)),
            DataTypes.DoubleType);
    return rows.join(shingles(sets, left), left)
        .join(shingles(sets, right), right)
        .withColumn("similarity", jaccard.apply(col(left + "_shingles"), col(right + "_shingles")))
        .drop(left + "_shingles", right + "_shingles");
  }

  private static Dataset<Row> shingles(Dataset<Row> sets, String name) {
    return sets.select(
        col(ShingleSets.ID).as(name), col(ShingleSets.SHINGLES).as(name + "_shingles"));
  }
}
