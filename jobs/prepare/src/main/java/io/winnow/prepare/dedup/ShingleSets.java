package io.winnow.prepare.dedup;

import io.winnow.core.config.NearConfig;
import io.winnow.core.dedup.ShingleSet;
import io.winnow.core.dedup.Shingler;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The distinct sets of shingles of a table. Rows with equal sets are similar by 1, so each set is
 * compared once, however many rows have it, and gets a number: its place in the order of hashes.
 */
record ShingleSets(Shingler shingler, List<Integer> texts) implements Serializable {
  static final String ID = "id";
  static final String HIGH = "set_high";
  static final String LOW = "set_low";
  static final String SHINGLES = "shingles";

  /** How many rows have the set. */
  static final String ROWS = "rows";

  private static final StructType UNNUMBERED =
      new StructType()
          .add(HIGH, DataTypes.LongType, false)
          .add(LOW, DataTypes.LongType, false)
          .add(SHINGLES, DataTypes.BinaryType, false);
  private static final StructType NUMBERED =
      UNNUMBERED.add(ROWS, DataTypes.LongType, false).add(ID, DataTypes.LongType, false);

  static ShingleSets of(NearConfig config, RowLayout layout) {
    return new ShingleSets(
        new Shingler(config.shingles(), config.size()),
        config.columns().stream().map(layout::text).toList());
  }

  /** The shingles of a row. */
  ShingleSet of(TypedRow row) {
    @Nullable String[] cells = new @Nullable String[texts.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.texts[texts.get(i)];
    }
    return shingler.shingles(cells);
  }

  /** The distinct sets that are not empty, with their numbers. */
  Dataset<Row> distinct(SparkSession spark, JavaRDD<RowBlock> blocks, RowLayout layout) {
    JavaRDD<Row> sets =
        blocks.mapPartitions(
            it -> {
              TypedRow row = new TypedRow(layout);
              return new FlatBlocks<>(
                  it,
                  (block, i) -> {
                    block.read(i, row);
                    return cells(of(row));
                  });
            });
    JavaRDD<Row> ordered =
        spark
            .createDataFrame(sets, UNNUMBERED)
            .groupBy(HIGH, LOW)
            .agg(functions.first(SHINGLES).as(SHINGLES), functions.count(functions.lit(1)).as(ROWS))
            .orderBy(HIGH, LOW)
            .javaRDD();
    return spark.createDataFrame(ordered.zipWithIndex().map(ShingleSets::numbered), NUMBERED);
  }

  private static @Nullable Row cells(ShingleSet set) {
    if (set.size() == 0) {
      return null;
    }
    Hash128 hash = set.hash();
    return RowFactory.create(hash.high(), hash.low(), set.toBytes());
  }

  private static Row numbered(Tuple2<Row, Long> set) {
    Row cells = set._1();
    return RowFactory.create(cells.get(0), cells.get(1), cells.get(2), cells.get(3), set._2());
  }

  /** The sets of the lowest numbers: by their hashes, so as good as any. */
  static List<ShingleSet> sample(Dataset<Row> sets, int count) {
    return sets
        .where(functions.col(ID).lt(count))
        .orderBy(ID)
        .select(SHINGLES)
        .collectAsList()
        .stream()
        .map(row -> ShingleSet.fromBytes(row.getAs(0)))
        .toList();
  }
}
