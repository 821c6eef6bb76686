package io.winnow.prepare.source;

import io.winnow.core.config.JoinConfig;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Joins two tables on keys that do not stand twice on the right. */
final class Joined {
  private final JoinConfig config;
  private final Dataset<Row> left;
  private final Dataset<Row> right;
  private final List<Integer> leftKeys;
  private final List<Integer> rightKeys;

  /** Two tables by name, without lines that are not rows. */
  Joined(JoinConfig config, Dataset<Row> left, Dataset<Row> right) {
    this.config = config;
    this.left = left;
    this.right = right;
    WantedColumns keys = new WantedColumns(config.keys(), Set.of(), false, "source.join.keys");
    this.leftKeys = keys.positions("source.tables." + config.left(), Arrays.asList(left.columns()));
    this.rightKeys =
        keys.positions("source.tables." + config.right(), Arrays.asList(right.columns()));
  }

  /**
   * The keys, the other columns of the left and those of the right.
   *
   * @param wanted of which none but a key may stand in both tables
   */
  Dataset<Row> rows(List<String> wanted) {
    Dataset<Row> l = prefixed(left, "l");
    Dataset<Row> r = prefixed(right, "r");
    Column matches = functions.lit(true);
    for (int k = 0; k < leftKeys.size(); k++) {
      matches = matches.and(l.col("l" + leftKeys.get(k)).equalTo(r.col("r" + rightKeys.get(k))));
    }
    List<Column> picked = new ArrayList<>();
    List<String> names = new ArrayList<>(Arrays.asList(left.columns()));
    for (int i = 0; i < left.columns().length; i++) {
      picked.add(l.col("l" + i));
    }
    for (int i = 0; i < right.columns().length; i++) {
      String name = right.columns()[i];
      if (!names.contains(name)) {
        names.add(name);
        picked.add(r.col("r" + i));
      } else if (!config.keys().contains(name) && wanted.contains(name)) {
        throw WinnowException.usage(
            "source.join: column '%s' stands in '%s' and in '%s'; choose one with source.sql"
                .formatted(name, config.left(), config.right()));
      }
    }
    return l.join(r, matches, config.type().name().toLowerCase(Locale.ROOT))
        .select(picked.toArray(new Column[0]))
        .toDF(names.toArray(new String[0]));
  }

  /** Refuses keys that stand twice on the right, which would multiply rows. Reads the right. */
  void checkKeys() {
    Dataset<Row> r = Positions.numbered(right);
    Column[] keys = rightKeys.stream().map(k -> Positions.column(r, k)).toArray(Column[]::new);
    Dataset<Row> known = r;
    for (Column key : keys) {
      known = known.filter(key.isNotNull());
    }
    Row repeated =
        known
            .groupBy(keys)
            .count()
            .filter(functions.col("count").gt(1))
            .agg(
                functions.count("count"),
                functions.coalesce(functions.sum("count"), functions.lit(0L)))
            .first();
    if (repeated.getLong(0) > 0) {
      throw WinnowException.data(
          "source.join: %d keys (%s) stand more than once in '%s', in %d rows, and would multiply rows of '%s'; make them unique, or choose rows with source.sql"
              .formatted(
                  repeated.getLong(0),
                  String.join(", ", config.keys()),
                  config.right(),
                  repeated.getLong(1),
                  config.left()));
    }
  }

  private static Dataset<Row> prefixed(Dataset<Row> rows, String prefix) {
    String[] names = new String[rows.columns().length];
    Arrays.setAll(names, i -> prefix + i);
    return rows.toDF(names);
  }
}
