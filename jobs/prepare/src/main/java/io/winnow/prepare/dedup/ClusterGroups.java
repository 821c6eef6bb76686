package io.winnow.prepare.dedup;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.Tuple2;

/**
 * Gives the rows of a cluster one group, so that no split parts them. A row that already belongs to
 * a group brings its whole group along, and two clusters that share a group become one.
 */
final class ClusterGroups {
  private static final String[] UNIT = {NearClusters.UNIT_HIGH, NearClusters.UNIT_LOW};
  private static final String LINKED = "linked";

  private ClusterGroups() {}

  /**
   * The blocks with groups.
   *
   * @param rows all rows
   * @param clustered the rows of clusters
   * @param stored told what is to be freed when the blocks have been evaluated
   */
  static JavaRDD<RowBlock> grouped(
      JavaRDD<RowBlock> blocks,
      RowLayout layout,
      Dataset<Row> rows,
      Dataset<Row> clustered,
      Consumer<StoredRows> stored) {
    Dataset<Row> groups = groups(clustered, stored);
    JavaPairRDD<Integer, long[]> changes =
        rows.select(Narrow.PARTITION, UNIT)
            .distinct()
            .join(groups, UNIT)
            .select(Narrow.PARTITION, UNIT[0], UNIT[1], "group.high", "group.low")
            .javaRDD()
            .mapToPair(ClusterGroups::change)
            .partitionBy(new ByIndex(blocks.getNumPartitions()));
    return blocks.zipPartitions(
        changes,
        (partition, changed) -> {
          Map<Hash128, Hash128> groupOf = groupOf(changed);
          return new RebuiltBlocks(
              partition,
              layout,
              (high, low) -> true,
              row -> {
                Hash128 group = groupOf.get(row.unit());
                if (group != null) {
                  row.group = group;
                }
              });
        });
  }

  /** The smallest unit of all that clusters link, for each unit in a cluster. */
  private static Dataset<Row> groups(Dataset<Row> clustered, Consumer<StoredRows> stored) {
    Dataset<Row> units =
        clustered
            .select(col(NearClusters.COMPONENT), col(UNIT[0]), col(UNIT[1]))
            .distinct()
            .withColumn(
                LINKED, min(NearClusters.COMPONENT).over(Window.partitionBy(UNIT[0], UNIT[1])));
    StoredRows linked =
        Components.of(
            units.where(col(LINKED).notEqual(col(NearClusters.COMPONENT))),
            NearClusters.COMPONENT,
            LINKED);
    stored.accept(linked);
    Dataset<Row> roots =
        units
            .select(UNIT[0], UNIT[1], LINKED)
            .distinct()
            .join(linked.rows(), col(LINKED).equalTo(col(Components.NODE)), "left_outer")
            .withColumn("all", coalesce(col(Components.ROOT), col(LINKED)))
            .select("all", UNIT);
    return roots
        .withColumn(
            "group",
            min(struct(col(UNIT[0]).as("high"), col(UNIT[1]).as("low")))
                .over(Window.partitionBy("all")))
        .select(col(UNIT[0]), col(UNIT[1]), col("group"));
  }

  private static Tuple2<Integer, long[]> change(Row row) {
    return new Tuple2<>(
        row.getInt(0), new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)});
  }

  private static Map<Hash128, Hash128> groupOf(Iterator<Tuple2<Integer, long[]>> changes) {
    CanonicalHasher hasher = new CanonicalHasher();
    Map<Hash128, Hash128> groupOf = new HashMap<>();
    while (changes.hasNext()) {
      long[] change = changes.next()._2();
      // Hashed once more: a group never has the hash of a key.
      String smallest = new Hash128(change[2], change[3]).toHex();
      groupOf.put(
          new Hash128(change[0], change[1]),
          hasher.reset().text("near-duplicates").text(smallest).finish());
    }
    return groupOf;
  }
}
