package io.winnow.cli.bench;

import io.winnow.core.config.Engine;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.RoundTimes;
import io.winnow.train.Trainer;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.round.Checkpoints;
import io.winnow.train.round.RoundTrainer;
import io.winnow.train.stock.StockTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How fast a trainer is, its first epoch left out.
 *
 * @param times of every round; empty of a trainer that does not tell
 */
record TrainedRate(double rowsPerSecond, List<RoundTimes> times) {
  private static final StructType SCHEMA =
      new StructType()
          .add("row_key", DataTypes.StringType)
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType());

  /** Trains some epochs. */
  static TrainedRate of(SparkSession spark, TrainNet net, Engine engine, int period, int epochs) {
    TrainingTask task =
        new TrainingTask(
            net.network(),
            net.training(engine, period, epochs),
            TrainNet.LABEL,
            PreparedSplit.of("train", rows(spark, net, period)),
            PreparedSplit.empty("validation"),
            null);
    Rates rates = new Rates();
    trainer(engine).train(task, rates);
    double seconds = rates.seconds.stream().skip(1).mapToDouble(Double::doubleValue).sum();
    long perEpoch = (long) TrainNet.WORKERS * net.minibatches(period) * TrainNet.BATCH;
    return new TrainedRate((epochs - 1) * perEpoch / seconds, rates.times(epochs));
  }

  private static Trainer trainer(Engine engine) {
    return switch (engine) {
      case ROUNDS -> new RoundTrainer(Checkpoints.none());
      case STOCK -> new StockTrainer();
    };
  }

  private static Dataset<Row> rows(SparkSession spark, TrainNet net, int period) {
    int count = TrainNet.WORKERS * net.minibatches(period) * TrainNet.BATCH;
    List<Row> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      double[] features = new double[net.features()];
      for (int j = 0; j < features.length; j++) {
        features[j] = random.nextDouble() * 3.4 - 1.7;
      }
      rows.add(RowFactory.create("row " + i, features[0] > 0 ? 1.0 : 0.0, Vectors.dense(features)));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static final class Rates implements ProgressListener {
    private final List<Double> seconds = new ArrayList<>();
    private final List<RoundTimes> times = new ArrayList<>();
    private long last = System.nanoTime();

    @Override
    public void epochEnded(EpochProgress epoch) {
      long now = System.nanoTime();
      seconds.add((now - last) / 1e9);
      last = now;
    }

    @Override
    public void roundEnded(RoundProgress round) {
      times.add(round.times());
    }

    private List<RoundTimes> times(int epochs) {
      return List.copyOf(times.subList(times.size() / epochs, times.size()));
    }
  }
}
