package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.block.CatalystRows;
import io.winnow.prepare.write.S3aCommitter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

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
  private static final StructType ENTRIES =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("survivor", DataTypes.StringType, false)
          .add("victim", DataTypes.StringType)
          .add("copies", DataTypes.LongType)
          .add("similarity", DataTypes.DoubleType)
          .add("cluster", DataTypes.StringType);

  private static final long FILE_ROWS = 1_000_000;

  private final List<Dataset<Row>> parts = new ArrayList<>();

  /**
   * Adds the equal rows.
   *
   * @param removed how many rows are removed at most
   */
  void addRows(SparkSession spark, ExactDuplicates duplicates, TableSchema table, long removed) {
    // No SQL plan makes them: one would take longer to compile than these rows take to write.
    JavaRDD<InternalRow> entries =
        duplicates
            .copies(table)
            .coalesce((int) (removed / FILE_ROWS) + 1, true)
            .flatMap(AuditTable::entries);
    parts.add(CatalystRows.table(spark, entries, ENTRIES));
  }

  private static Iterator<InternalRow> entries(Copies copies) {
    UTF8String kind = UTF8String.fromString("exactRow");
    return IntStream.range(0, copies.rowKeys().size())
        .<InternalRow>mapToObj(
            i ->
                new GenericInternalRow(
                    new @Nullable Object[] {
                      kind,
                      UTF8String.fromString(copies.rowKeys().get(i)),
                      null,
                      copies.dropped().get(i),
                      null,
                      null
                    }))
        .iterator();
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
        .ifPresent(
            table -> {
              table.write().mode(SaveMode.ErrorIfExists).parquet(path);
              S3aCommitter.verify(path, table.sparkSession().sparkContext().hadoopConfiguration());
            });
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
