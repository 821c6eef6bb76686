package io.winnow.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * What `prepare` is measured against, each in a process of its own: {@code generate ROWS FOLDER},
 * {@code floor INPUT OUTPUT} and {@code chain INPUT OUTPUT}.
 */
public final class PrepareRival {
  private static final double FENCE = 3;

  private PrepareRival() {}

  /** Runs one of them. */
  public static void main(String[] args) {
    int partitions = 2 * Runtime.getRuntime().availableProcessors();
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.shuffle.partitions", partitions)
            .getOrCreate();
    switch (args[0]) {
      case "generate" -> BenchTable.write(spark, Long.parseLong(args[1]), Path.of(args[2]));
      case "floor" ->
          spark.read().parquet(args[1]).repartition(partitions).write().parquet(args[2]);
      case "chain" -> chain(spark, args[1], args[2]);
      default -> throw new IllegalArgumentException(args[0]);
    }
    spark.stop();
  }

  /** The same work by Spark MLlib, as its documentation puts the parts together. */
  private static void chain(SparkSession spark, String input, String output) {
    Dataset<Row> distinct =
        spark.read().parquet(input).dropDuplicates().persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row>[] splits = distinct.randomSplit(new double[] {0.8, 0.1, 0.1}, 1);
    String[] numbers = BenchTable.numbers().toArray(new String[0]);
    double[][] quartiles =
        splits[0].stat().approxQuantile(numbers, new double[] {0.25, 0.75}, 0.001);
    splits[0] = splits[0].filter(inside(numbers, quartiles));
    PipelineModel model = new Pipeline().setStages(stages(numbers)).fit(splits[0]);
    String[] names = {"train", "validation", "test"};
    for (int i = 0; i < names.length; i++) {
      model
          .transform(splits[i])
          .select("id", "target", "features")
          .write()
          .parquet(output + "/" + names[i]);
    }
  }

  private static Column inside(String[] numbers, double[][] quartiles) {
    Column all = functions.lit(true);
    for (int i = 0; i < numbers.length; i++) {
      double reach = FENCE * (quartiles[i][1] - quartiles[i][0]);
      Column column = functions.col(numbers[i]);
      all =
          all.and(
              column.isNull().or(column.between(quartiles[i][0] - reach, quartiles[i][1] + reach)));
    }
    return all;
  }

  private static PipelineStage[] stages(String[] numbers) {
    String[] categories = BenchTable.categories().toArray(new String[0]);
    List<PipelineStage> stages = new ArrayList<>();
    stages.add(new StringIndexer().setInputCol("label").setOutputCol("target"));
    stages.add(
        new Imputer()
            .setStrategy("median")
            .setInputCols(numbers)
            .setOutputCols(suffixed(numbers, "_filled")));
    stages.add(
        new StringIndexer()
            .setInputCols(categories)
            .setOutputCols(suffixed(categories, "_index"))
            .setHandleInvalid("keep"));
    stages.add(
        new OneHotEncoder()
            .setInputCols(suffixed(categories, "_index"))
            .setOutputCols(suffixed(categories, "_slots"))
            .setDropLast(false));
    stages.add(
        new VectorAssembler().setInputCols(suffixed(numbers, "_filled")).setOutputCol("numbers"));
    stages.add(
        new StandardScaler().setInputCol("numbers").setOutputCol("scaled").setWithMean(true));
    List<String> parts = new ArrayList<>(List.of("scaled"));
    parts.addAll(List.of(suffixed(categories, "_slots")));
    stages.add(
        new VectorAssembler().setInputCols(parts.toArray(new String[0])).setOutputCol("features"));
    return stages.toArray(new PipelineStage[0]);
  }

  private static String[] suffixed(String[] names, String suffix) {
    return Arrays.stream(names).map(name -> name + suffix).toArray(String[]::new);
  }
}
