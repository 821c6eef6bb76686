package io.winnow.train;

import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.GpuConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;
import io.winnow.network.model.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small prepared tables, and the declarations that the tests vary. */
public final class TestData {
  /** Features of the tables. */
  public static final int FEATURES = 4;

  /** Training that cannot be resumed. */
  public static final CheckpointConfig NO_CHECKPOINTS = new CheckpointConfig(0, 1);

  /** Training on whatever there is. */
  public static final GpuConfig NO_GPU = new GpuConfig(false);

  /** Two classes. */
  public static final FittedLabel CLASSES =
      new FittedLabel("kind", Task.CLASSIFICATION, null, List.of("no", "yes"), 0, 1);

  /** A target around 100 with a spread of 20. */
  public static final FittedLabel TARGET =
      new FittedLabel("price", Task.REGRESSION, null, List.of(), 100, 20);

  /** Schema of the vector layout. */
  public static final StructType VECTOR_LAYOUT =
      new StructType()
          .add("row_key", DataTypes.StringType)
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  private TestData() {}

  /** Rows whose class is the sign of a product, which no linear model finds. */
  public static List<Row> classRows(int count, long seed) {
    return rows(count, seed, x -> x[0] * x[1] + 0.2 * x[2] > 0 ? 1 : 0);
  }

  /** Rows whose target is a curved function of the features. */
  public static List<Row> targetRows(int count, long seed) {
    return rows(count, seed, x -> 100 + 15 * x[0] + 10 * x[1] * x[1] - 5 * x[2]);
  }

  /** Rows in the vector layout, over some partitions. */
  public static Dataset<Row> vectors(List<Row> rows, int partitions) {
    return TestSpark.session().createDataFrame(rows, VECTOR_LAYOUT).repartition(partitions);
  }

  /** The same rows with a column for every feature. */
  public static Dataset<Row> columns(List<Row> rows) {
    StructType schema =
        new StructType().add("row_key", DataTypes.StringType).add("label", DataTypes.DoubleType);
    for (int i = 0; i < FEATURES; i++) {
      schema = schema.add("feature " + i, DataTypes.DoubleType);
    }
    List<Row> wide = new ArrayList<>();
    for (Row row : rows) {
      double[] x = ((org.apache.spark.ml.linalg.Vector) row.get(2)).toArray();
      wide.add(RowFactory.create(row.get(0), row.get(1), x[0], x[1], x[2], x[3]));
    }
    return TestSpark.session().createDataFrame(wide, schema);
  }

  /** One row in the vector layout. */
  public static Row row(String key, Double label, double... features) {
    return RowFactory.create(key, label, Vectors.dense(features));
  }

  /** One hidden layer of 16 units. */
  public static NetworkConfig network() {
    return network(0);
  }

  /** The same with dropout before the output. */
  public static NetworkConfig network(double dropout) {
    return new NetworkConfig(
        null,
        List.of(
            new DenseConfig(null, 16, ActivationName.TANH, WeightInitName.XAVIER, 0, 0, 0, 0),
            new OutputLayerConfig(
                null, null, null, null, WeightInitName.XAVIER, 0, dropout, 0, 0)));
  }

  /** The architecture of layers in a row. */
  public static Architecture.Layers layers(
      NetworkConfig network, TrainingConfig training, int features, FittedLabel label) {
    NetworkFactory factory = new NetworkFactory(network, training);
    return new Architecture.Layers(factory.configuration(features, label), factory.input(features));
  }

  /** Adam at 0.01, minibatches of 16, averaged after 3, without early stopping. */
  public static TrainingConfig training(int workers, int epochs, long seed) {
    return training(
        workers, epochs, seed, new UpdaterConfig(UpdaterName.ADAM, 0.01, 0.9, null), null);
  }

  /** As above with another updater and early stopping. */
  public static TrainingConfig training(
      int workers, int epochs, long seed, UpdaterConfig updater, EarlyStoppingConfig stopping) {
    return new TrainingConfig(
        Engine.STOCK,
        workers,
        3,
        16,
        epochs,
        seed,
        updater,
        stopping,
        NO_CHECKPOINTS,
        NO_GPU,
        null,
        1L << 30,
        null);
  }

  private interface Rule {
    double label(double[] features);
  }

  private static List<Row> rows(int count, long seed, Rule rule) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] x = new double[FEATURES];
      for (int j = 0; j < FEATURES; j++) {
        x[j] = j == 3 && i % 3 > 0 ? 0 : random.nextGaussian();
      }
      String key = "row %05d of %d".formatted(i, seed);
      rows.add(RowFactory.create(key, rule.label(x), Vectors.dense(x).compressed()));
    }
    return rows;
  }
}
