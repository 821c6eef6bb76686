package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.NO_CHECKPOINTS;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.VECTOR_LAYOUT;
import static io.winnow.train.TestData.network;

import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.train.TestSpark;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** An epoch over generated rows: {@code LargeTraining ROWS MAX_SHARD_BYTES}. */
public final class LargeTraining {
  /** Features of a row, of 4 bytes each. */
  static final int FEATURES = 500;

  private LargeTraining() {}

  /** Trains, and prints the rows and the loss. */
  public static void main(String[] args) {
    int rows = Integer.parseInt(args[0]);
    TrainingConfig training =
        new TrainingConfig(
            Engine.ROUNDS,
            2,
            50,
            128,
            1,
            5,
            new UpdaterConfig(UpdaterName.ADAM, 0.002, 0.9, null),
            null,
            NO_CHECKPOINTS,
            NO_GPU,
            null,
            Long.parseLong(args[1]),
            null);
    TrainingTask task =
        new TrainingTask(
            network(),
            training,
            CLASSES,
            PreparedSplit.of("train", table(rows)),
            PreparedSplit.empty("validation"),
            null);
    new RoundTrainer(Checkpoints.none())
        .train(task, epoch -> System.out.println("trained " + rows + " " + epoch.trainLoss()));
    SparkSession.active().stop();
  }

  private static Dataset<Row> table(int rows) {
    return TestSpark.session()
        .range(0, rows, 1, 8)
        .map((MapFunction<Long, Row>) LargeTraining::row, Encoders.row(VECTOR_LAYOUT));
  }

  private static Row row(long index) {
    SplittableRandom random = new SplittableRandom(index);
    double[] features = new double[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      features[i] = random.nextDouble() - 0.5;
    }
    return RowFactory.create("row " + index, features[0] > 0 ? 1.0 : 0.0, Vectors.dense(features));
  }
}
