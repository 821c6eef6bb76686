package io.winnow.prepare.dedup;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** The rows that do not stay. */
final class Losers {
  /** Key of the row that stays. */
  static final String SURVIVOR = "survivor";

  private Losers() {}

  /**
   * All narrow rows but the first of each group, each with the key of the first.
   *
   * @param group names of the columns in which the rows of a group are equal
   * @param also names of columns of which the first row's value is given too, as {@code
   *     survivor_NAME}
   */
  static Dataset<Row> of(Dataset<Row> rows, OrderColumns order, String[] group, String... also) {
    WindowSpec ordered =
        Window.partitionBy(Arrays.stream(group).map(functions::col).toArray(Column[]::new))
            .orderBy(order.columns());
    Dataset<Row> ranked =
        rows.withColumn("place", functions.row_number().over(ordered))
            .withColumn(SURVIVOR, functions.first(Narrow.ROW_KEY).over(ordered));
    for (String name : also) {
      ranked = ranked.withColumn(SURVIVOR + "_" + name, functions.first(name).over(ordered));
    }
    return ranked.where("place > 1").drop("place");
  }

  /** The blocks without the losers, which are told by partition and hash. */
  static JavaRDD<RowBlock> removed(
      JavaRDD<RowBlock> blocks, RowLayout layout, Dataset<Row> losers) {
    int partitions = blocks.getNumPartitions();
    JavaPairRDD<Integer, long[]> hashes =
        losers
            .select(Narrow.PARTITION, Narrow.HASH_HIGH, Narrow.HASH_LOW)
            .javaRDD()
            .mapPartitionsToPair(rows -> chunks(rows, partitions))
            .partitionBy(new ByIndex(partitions));
    return blocks.zipPartitions(
        hashes,
        (rows, dropped) -> {
          HashSet128 set = HashChunks.set(dropped);
          return new RebuiltBlocks(
              rows, layout, (high, low) -> !set.contains(high, low), row -> {});
        });
  }

  private static Iterator<Tuple2<Integer, long[]>> chunks(Iterator<Row> losers, int partitions) {
    HashChunks chunks = new HashChunks(partitions);
    while (losers.hasNext()) {
      Row loser = losers.next();
      chunks.add(loser.getInt(0), 0, loser.getLong(1), loser.getLong(2));
    }
    return chunks.iterator();
  }
}
