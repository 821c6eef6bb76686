package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What {@code dedup/} holds, as Parquet:
 *
 * <ul>
 *   <li>{@code kind}: {@code exactRow}, {@code exactKey}, {@code near}, or {@code nearFlagged} for
 *       rows that stay;
 *   <li>{@code survivor}, {@code victim}: row keys; equal rows have one key, so that an {@code
 *       exactRow} stands once and has no victim. Of {@code nearFlagged} the survivor is the row
 *       that names the cluster;
 *   <li>{@code copies}: rows removed of an {@code exactRow};
 *   <li>{@code similarity}: Jaccard similarity of survivor and victim, which is below the threshold
 *       where only rows between them connect them;
 *   <li>{@code cluster}: the smallest row key of a cluster.
 * </ul>
 *
 * No cell is written but those of declared key columns.
 */
final class AuditTable {
  private static final StructType COPIES =
      new StructType()
          .add(Narrow.ROW_KEY, DataTypes.StringType, false)
          .add(Narrow.HASH_HIGH, DataTypes.LongType, false)
          .add(Narrow.HASH_LOW, DataTypes.LongType, false)
          .add("copies", DataTypes.LongType, false);

  private final List<Dataset<Row>> parts = new ArrayList<>();

  void addRows(SparkSession spark, ExactDuplicates duplicates, TableSchema table) {
    JavaRDD<Row> copies =
        duplicates
            .copies(table)
            .map(
                copy ->
                    RowFactory.create(
                        copy.rowKey(), copy.hash().high(), copy.hash().low(), copy.count()));
    Dataset<Row> counted =
        spark
            .createDataFrame(copies, COPIES)
            .groupBy(Narrow.ROW_KEY, Narrow.HASH_HIGH, Narrow.HASH_LOW)
            .agg(sum("copies").as("copies"));
    parts.add(
        counted.select(
            entry("exactRow", col(Narrow.ROW_KEY), none(), col("copies"), number(), none())));
  }

  void addKeys(Dataset<Row> losers) {
    parts.add(
        losers.select(
            entry("exactKey", col(Losers.SURVIVOR), victim(), count(), number(), none())));
  }

  void addNear(Dataset<Row> losers) {
    parts.add(losers.select(nearEntry("near")));
  }

  void addFlagged(Dataset<Row> members) {
    parts.add(members.select(nearEntry("nearFlagged")));
  }

  /** Writes the table, unless nothing was added. */
  void write(String path) {
    parts.stream()
        .reduce(Dataset::union)
        .ifPresent(table -> table.write().mode(SaveMode.ErrorIfExists).parquet(path));
  }

  private static Column[] nearEntry(String kind) {
    return entry(
        kind,
        col(Losers.SURVIVOR),
        victim(),
        count(),
        col("similarity"),
        col(NearClusters.CLUSTER));
  }

  private static Column[] entry(
      String kind, Column survivor, Column victim, Column copies, Column similarity, Column id) {
    return new Column[] {
      lit(kind).as("kind"),
      survivor.as("survivor"),
      victim.as("victim"),
      copies.as("copies"),
      similarity.as("similarity"),
      id.as("cluster")
    };
  }

  private static Column victim() {
    return col(Narrow.ROW_KEY);
  }

  private static Column none() {
    return lit(null).cast(DataTypes.StringType);
  }

  private static Column count() {
    return lit(null).cast(DataTypes.LongType);
  }

  private static Column number() {
    return lit(null).cast(DataTypes.DoubleType);
  }
}
