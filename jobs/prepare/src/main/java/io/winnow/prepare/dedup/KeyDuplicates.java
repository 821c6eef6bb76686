package io.winnow.prepare.dedup;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one of the rows that are equal in the key columns: the first in the declared order. A row
 * that misses a key cell equals no other: what is unknown is not known to be equal.
 */
final class KeyDuplicates {
  private static final String[] GROUP = {"group_high", "group_low"};
  private static final StructType COLUMNS =
      new StructType().add(GROUP[0], DataTypes.LongType).add(GROUP[1], DataTypes.LongType);

  private final OrderColumns order;
  private final Dataset<Row> rows;

  KeyDuplicates(
      SparkSession spark,
      JavaRDD<RowBlock> blocks,
      TableSchema table,
      RowLayout layout,
      DedupConfig config) {
    order = OrderColumns.of(table, layout, config.survivor());
    Key key = Key.of(layout, config.key());
    rows =
        new Narrow(table, layout, order)
            .rows(
                spark,
                blocks,
                COLUMNS,
                () -> {
                  CanonicalHasher hasher = new CanonicalHasher();
                  return (row, cells) -> add(key.hash(row, hasher), cells);
                });
  }

  /** How many rows have all key cells. */
  long compared() {
    return rows.count();
  }

  /** The narrow rows to remove, as {@link Losers#of} gives them. */
  Dataset<Row> losers() {
    return Losers.of(rows, order, GROUP);
  }

  private static boolean add(Optional<Hash128> hash, List<@Nullable Object> cells) {
    hash.ifPresent(
        found -> {
          cells.add(found.high());
          cells.add(found.low());
        });
    return hash.isPresent();
  }

  /** Where the key columns are. */
  record Key(List<Integer> numbers, List<Integer> texts) implements Serializable {

    static Key of(RowLayout layout, List<String> columns) {
      List<Integer> numbers = new ArrayList<>();
      List<Integer> texts = new ArrayList<>();
      for (String name : columns) {
        if (layout.number(name) >= 0) {
          numbers.add(layout.number(name));
        } else {
          texts.add(layout.text(name));
        }
      }
      return new Key(numbers, texts);
    }

    /** The hash of the key cells, or nothing when one of them is missing. */
    Optional<Hash128> hash(TypedRow row, CanonicalHasher hasher) {
      hasher.reset();
      for (int column : numbers) {
        if (Double.isNaN(row.numbers[column])) {
          return Optional.empty();
        }
        hasher.number(row.numbers[column]);
      }
      for (int column : texts) {
        if (row.texts[column] == null) {
          return Optional.empty();
        }
        hasher.text(row.texts[column]);
      }
      return Optional.of(hasher.finish());
    }
  }
}
