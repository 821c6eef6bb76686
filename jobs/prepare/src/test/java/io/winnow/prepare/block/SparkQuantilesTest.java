package io.winnow.prepare.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.QuantileScan;
import io.winnow.prepare.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of blocks against Spark's own exact function. */
class SparkQuantilesTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("normal", "skewed", "ties", "tiny"), List.of());
  private static final double[] PROBABILITIES = {0.25, 0.5, 0.75, 0.01, 0.999};

  /** States of few partitions are merged by the driver, those of many by tasks. */
  @ParameterizedTest
  @ValueSource(ints = {3, 40})
  void everyBitIsThatOfPercentile(int partitions) {
    List<Row> rows = rows(20_011);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
    JavaRDD<RowBlock> blocks =
        context
            .parallelize(rows, partitions)
            .mapPartitions(
                part -> {
                  RowBlockBuilder builder = new RowBlockBuilder(LAYOUT);
                  List<RowBlock> built = new ArrayList<>();
                  TypedRow typed = new TypedRow(LAYOUT);
                  while (part.hasNext()) {
                    Row row = part.next();
                    for (int c = 0; c < typed.numbers.length; c++) {
                      typed.numbers[c] = row.isNullAt(c) ? Double.NaN : row.getDouble(c);
                    }
                    builder.add(typed);
                    if (builder.isFull() || !part.hasNext()) {
                      built.add(builder.build());
                    }
                  }
                  return built.iterator();
                });

    List<double[]> found =
        QuantileScan.quantiles(
            new SparkRows(blocks, LAYOUT), new int[] {0, 1, 2, 3}, PROBABILITIES);

    Row expected = percentiles(rows);
    for (int c = 0; c < LAYOUT.numbers().size(); c++) {
      assertThat(found.get(c))
          .as(LAYOUT.numbers().get(c))
          .containsExactly(
              expected.<Double>getList(c).stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static Row percentiles(List<Row> rows) {
    StructType schema = new StructType();
    List<String> expressions = new ArrayList<>();
    for (String name : LAYOUT.numbers()) {
      schema = schema.add(name, DataTypes.DoubleType, true);
      expressions.add("percentile(%s, array(0.25D, 0.5D, 0.75D, 0.01D, 0.999D))".formatted(name));
    }
    Dataset<Row> table = LocalSpark.session().createDataFrame(rows, schema);
    table.createOrReplaceTempView("quantiles");
    return LocalSpark.session()
        .sql("SELECT " + String.join(", ", expressions) + " FROM quantiles")
        .first();
  }

  private static List<Row> rows(int count) {
    Random random = new Random(21);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          RowFactory.create(
              random.nextInt(10) == 0 ? null : random.nextGaussian() * 1e3 - 17,
              Math.exp(3 * random.nextGaussian()),
              (double) random.nextInt(9) - 4,
              i % 4000 == 0 ? (Double) (random.nextDouble() * 1e-300) : null));
    }
    return rows;
  }
}
