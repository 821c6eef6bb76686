package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.TARGET;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.layers;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.targetRows;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.EpochLoop;
import io.winnow.train.TestSpark;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.feed.Shards;
import io.winnow.train.stock.StockTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that count more or less by the column with role weight. */
class WeightedRowsTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");

  @ParameterizedTest
  @EnumSource(Task.class)
  void aWeightIsARepetition(Task task) {
    List<Row> once = rows(task, 40);
    List<Row> repeated = new ArrayList<>(once);
    for (int i = 0; i < 40; i += 4) {
      // Three times altogether, for a weight of 3.
      repeated.add(RowFactory.create("again " + i, once.get(i).get(1), once.get(i).get(2)));
      repeated.add(RowFactory.create("twice " + i, once.get(i).get(1), once.get(i).get(2)));
    }
    // A weight of 0 is a row that is not there.
    repeated.remove(1);
    // All rows are one minibatch: the order in which they are added up does not matter much.
    TrainingConfig descent =
        training(1, 5, 5, new UpdaterConfig(UpdaterName.SGD, 0.1, 0.9, null), null);
    TrainingConfig whole = batches(descent, 64);

    float[] weighted = trained(task, whole, weighted(once, i -> i == 1 ? 0 : i % 4 == 0 ? 3 : 1));

    assertThat(weighted).containsExactly(trained(task, whole, unweighted(repeated)), within(1e-5f));
    assertThat(weighted).isNotEqualTo(trained(task, whole, unweighted(once)));
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void weightsThatAreAllTheSameAreNone(Task task) {
    TrainingConfig training = training(2, 2, 5);
    float[] plain = trained(task, training, unweighted(rows(task, 130)));

    assertThat(trained(task, training, weighted(rows(task, 130), i -> 1))).isEqualTo(plain);
    // The factor of every row is exactly 1, and goes through the loss with weights.
    assertThat(trained(task, training, weighted(rows(task, 130), i -> 2))).isEqualTo(plain);
  }

  @Test
  void weightsOnDiskAreThoseInMemory() {
    TrainingConfig training = training(2, 2, 5);
    PreparedSplit split = weighted(rows(Task.REGRESSION, 130), i -> 1 + i % 3);

    assertThat(trained(TARGET, training, split, 0))
        .isEqualTo(trained(TARGET, training, split, 1L << 30));
  }

  @Test
  void refusesWhatIsNoWeight() {
    List<Row> rows = rows(Task.CLASSIFICATION, 20);
    assertRefused(
        weighted(rows, i -> i == 3 ? -1 : 1),
        "prepared/train: row '%s' has weight -1.0, which is no number of 0 or more; prepare again"
            .formatted(rows.get(3).getString(0)));
    assertRefused(
        weighted(rows, i -> i == 3 ? Double.NaN : 1),
        "prepared/train: row '%s' has weight NaN, which is no number of 0 or more; prepare again"
            .formatted(rows.get(3).getString(0)));
    assertRefused(
        weighted(rows, i -> 0),
        "prepared/train: no row has a weight above 0; correct the column with role weight");

    TrainingTask task =
        new TrainingTask(network(), training(2, 1, 5), CLASSES, weighted(rows, i -> i), NONE, null);
    assertThatThrownBy(() -> new StockTrainer().train(task, epoch -> {}))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.engine: stock knows no row weights, which prepared/train has; use rounds");
  }

  private static void assertRefused(PreparedSplit split, String message) {
    assertThatThrownBy(() -> Shards.deal(split, CLASSES, 2, 5, 1L << 30))
        .isInstanceOf(WinnowException.class)
        .hasMessage(message);
  }

  private static float[] trained(Task task, TrainingConfig training, PreparedSplit split) {
    return trained(label(task), training, split, 1L << 30);
  }

  private static float[] trained(
      FittedLabel label, TrainingConfig training, PreparedSplit split, long maxShardBytes) {
    try (Shards shards =
            Shards.deal(split, label, training.workers(), training.seed(), maxShardBytes);
        RoundRunner runner =
            new RoundRunner(
                layers(network(), training, FEATURES, label).network(),
                new TrainingTask(network(), training, label, NONE, NONE, null),
                shards,
                Checkpoints.none(),
                new EpochLoop(training, null, shards.rows(), 1, epoch -> {}),
                epoch -> {})) {
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        runner.run(epoch);
      }
      return runner.network().parameters().dup().data().asFloat();
    }
  }

  private static TrainingConfig batches(TrainingConfig training, int batch) {
    return new TrainingConfig(
        training.engine(),
        training.workers(),
        training.averagingFrequency(),
        batch,
        training.epochs(),
        training.seed(),
        training.updater(),
        null,
        training.checkpoint(),
        training.gpu(),
        null,
        training.maxShardBytes(),
        null);
  }

  private static FittedLabel label(Task task) {
    return switch (task) {
      case CLASSIFICATION -> CLASSES;
      case REGRESSION -> TARGET;
    };
  }

  private static List<Row> rows(Task task, int count) {
    return switch (task) {
      case CLASSIFICATION -> classRows(count, 1);
      case REGRESSION -> targetRows(count, 1);
    };
  }

  private static PreparedSplit unweighted(List<Row> rows) {
    return PreparedSplit.of("train", vectors(rows, 2));
  }

  static PreparedSplit weighted(List<Row> rows, IntToDoubleFunction weights) {
    Metadata role = new MetadataBuilder().putString("role", "weight").build();
    StructType schema =
        new StructType()
            .add("row_key", DataTypes.StringType)
            .add("label", DataTypes.DoubleType)
            .add(new StructField("row_weight", DataTypes.DoubleType, true, role))
            .add("features", SQLDataTypes.VectorType());
    List<Row> weighted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      weighted.add(RowFactory.create(row.get(0), row.get(1), weights.applyAsDouble(i), row.get(2)));
    }
    return PreparedSplit.of("train", TestSpark.session().createDataFrame(weighted, schema));
  }
}
