package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.TypedRow;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of clusters: sets that pairs connect, and rows that share a set. */
final class NearClusters {
  /** The smallest row key of a cluster names it. */
  static final String CLUSTER = "cluster";

  /** Rows of the cluster. */
  static final String SIZE = "size";

  /** Number of the smallest set of the cluster. */
  static final String COMPONENT = "component";

  static final String UNIT_HIGH = "unit_high";
  static final String UNIT_LOW = "unit_low";

  private static final StructType COLUMNS =
      new StructType()
          .add(UNIT_HIGH, DataTypes.LongType, false)
          .add(UNIT_LOW, DataTypes.LongType, false)
          .add(ShingleSets.HIGH, DataTypes.LongType)
          .add(ShingleSets.LOW, DataTypes.LongType);

  private NearClusters() {}

  /** Every row with its unit and the hash of its set, which is null where the set is empty. */
  static Dataset<Row> rows(
      SparkSession spark, JavaRDD<RowBlock> blocks, Narrow narrow, ShingleSets sets) {
    return narrow.rows(spark, blocks, COLUMNS, () -> (row, cells) -> add(row, sets, cells));
  }

  private static boolean add(TypedRow row, ShingleSets sets, List<@Nullable Object> cells) {
    cells.add(row.unit().high());
    cells.add(row.unit().low());
    var set = sets.of(row);
    Hash128 hash = set.size() == 0 ? null : set.hash();
    cells.add(hash == null ? null : hash.high());
    cells.add(hash == null ? null : hash.low());
    return true;
  }

  /**
   * The rows of clusters of two rows or more.
   *
   * @param rows all rows
   * @param sets their distinct sets
   * @param components of sets, as {@link Components#of} gives them
   */
  static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> sets, Dataset<Row> components) {
    WindowSpec cluster = Window.partitionBy(COMPONENT);
    return rows.join(
            sets.select(ShingleSets.ID, ShingleSets.HIGH, ShingleSets.LOW),
            new String[] {ShingleSets.HIGH, ShingleSets.LOW})
        .drop(ShingleSets.HIGH, ShingleSets.LOW)
        .join(components, col(ShingleSets.ID).equalTo(col(Components.NODE)), "left_outer")
        .withColumn(COMPONENT, coalesce(col(Components.ROOT), col(ShingleSets.ID)))
        .drop(Components.NODE, Components.ROOT)
        .withColumn(SIZE, count(lit(1)).over(cluster))
        .where(col(SIZE).gt(1))
        .withColumn(CLUSTER, min(Narrow.ROW_KEY).over(cluster));
  }
}
