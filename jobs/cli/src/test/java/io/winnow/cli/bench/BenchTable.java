package io.winnow.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The generated table: an id, 14 numbers, 8 categories of 2 to 300 values and a label of two
 * classes. One row in twenty is an exact copy of another; 5 to 8 % of the cells of half of the
 * columns are missing; one row in a hundred has a number that is far out. A row is a function of
 * its index, so the table is the same however many tasks make it.
 */
final class BenchTable {
  static final int NUMBERS = 14;
  static final List<Integer> CARDINALITIES = List.of(2, 5, 8, 12, 30, 50, 70, 300);

  private static final int COPY_EVERY = 20;
  private static final int OUTLIER_EVERY = 100;

  private BenchTable() {}

  /** Rows that are nobody's copy. */
  static long distinct(long rows) {
    return rows - rows / COPY_EVERY;
  }

  static List<String> numbers() {
    return names("n", NUMBERS);
  }

  static List<String> categories() {
    return names("c", CARDINALITIES.size());
  }

  static void write(SparkSession spark, long rows, Path folder) {
    Dataset<Row> table =
        spark
            .range(0, rows, 1, 8)
            .map(
                (MapFunction<Long, Row>) index -> row(original(index, rows)),
                Encoders.row(schema()));
    table.write().parquet(folder.toString());
  }

  private static long original(long index, long rows) {
    boolean copy = index % COPY_EVERY == COPY_EVERY - 1;
    // The last of every twenty rows copies the first of some other twenty.
    return copy ? new SplittableRandom(index).nextLong(rows / COPY_EVERY) * COPY_EVERY : index;
  }

  private static Row row(long index) {
    SplittableRandom random = new SplittableRandom(index * 0x9E3779B97F4A7C15L);
    Object[] cells = new Object[2 + NUMBERS + CARDINALITIES.size()];
    cells[0] = index;
    int out = random.nextInt(OUTLIER_EVERY) == 0 ? random.nextInt(NUMBERS) : -1;
    double score = 0;
    for (int c = 0; c < NUMBERS; c++) {
      double value = number(c, random);
      cells[1 + c] = missing(c, random) ? null : value * (c == out ? 50 : 1);
    }
    for (int c = 0; c < CARDINALITIES.size(); c++) {
      int cardinality = CARDINALITIES.get(c);
      double skewed = random.nextDouble() * random.nextDouble();
      int category = (int) (skewed * cardinality);
      score += category % 2;
      cells[1 + NUMBERS + c] = missing(c, random) ? null : "category-" + category;
    }
    cells[cells.length - 1] = score + 4 * random.nextDouble() > 7 ? "yes" : "no";
    return RowFactory.create(cells);
  }

  private static double number(int column, SplittableRandom random) {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return switch (column % 3) {
      case 0 -> 10 + sum * (1 + column);
      case 1 -> Math.rint(20 + 30 * sum);
      default -> Math.rint(100 * (5 + sum)) / 100;
    };
  }

  private static boolean missing(int column, SplittableRandom random) {
    double draw = random.nextDouble();
    return column % 2 == 0 && draw < 0.05 + 0.005 * (column % 7);
  }

  private static StructType schema() {
    StructType schema = new StructType().add("id", DataTypes.LongType);
    for (String name : numbers()) {
      schema = schema.add(name, DataTypes.DoubleType);
    }
    for (String name : categories()) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return schema.add("label", DataTypes.StringType);
  }

  private static List<String> names(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }
}
