package io.winnow.prepare.dedup;

import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What of a row travels when duplicates are sought: its partition, key, hash, what it is compared
 * by and what it is ordered by.
 */
record Narrow(TableSchema table, RowLayout layout, OrderColumns order) implements Serializable {
  static final String PARTITION = "partition";
  static final String ROW_KEY = "row_key";
  static final String HASH_HIGH = "hash_high";
  static final String HASH_LOW = "hash_low";

  /** Adds what rows are compared by; adds nothing and returns false for a row that is left out. */
  @FunctionalInterface
  interface Compared extends Serializable {
    boolean add(TypedRow row, List<@Nullable Object> cells);
  }

  /**
   * A narrow row for each row that is compared.
   *
   * @param columns what {@code compared} adds
   * @param compared makes a function for each partition, which need not be thread-safe
   */
  Dataset<Row> rows(
      SparkSession spark, JavaRDD<RowBlock> blocks, StructType columns, Made<Compared> compared) {
    StructType schema =
        new StructType()
            .add(PARTITION, DataTypes.IntegerType, false)
            .add(ROW_KEY, DataTypes.StringType, false)
            .add(HASH_HIGH, DataTypes.LongType, false)
            .add(HASH_LOW, DataTypes.LongType, false)
            .merge(columns, true);
    JavaRDD<Row> rows =
        blocks.mapPartitionsWithIndex((index, it) -> rows(index, it, compared.get()), true);
    return spark.createDataFrame(rows, order.appendedTo(schema));
  }

  /** Makes what a task needs. */
  interface Made<T> extends Supplier<T>, Serializable {}

  private Iterator<Row> rows(int partition, Iterator<RowBlock> blocks, Compared compared) {
    RowKeyText keys = new RowKeyText(table, layout);
    TypedRow row = new TypedRow(layout);
    return new FlatBlocks<>(
        blocks,
        (block, i) -> {
          block.read(i, row);
          List<@Nullable Object> cells = new ArrayList<>();
          cells.add(partition);
          cells.add(keys.of(row));
          cells.add(row.hash.high());
          cells.add(row.hash.low());
          if (!compared.add(row, cells)) {
            return null;
          }
          order.cells().forEach(cell -> cells.add(cell.of(row)));
          return RowFactory.create(cells.toArray());
        });
  }
}
