package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.vectors;

import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** A training that can be killed: {@code KilledTraining ROOT} goes on with what is there. */
public final class KilledTraining {
  /** Rounds of the whole training. */
  static final int ROUNDS = 60;

  /** Where the parameters are in the end, in the folder of the run. */
  static final String RESULT = "parameters.txt";

  private KilledTraining() {}

  /** Trains, and prints {@code resumed N} and {@code round N} as it goes. */
  public static void main(String[] args) {
    Run run = run(args[0]);
    TrainingTask task = task();
    Printer printer = new Printer();
    float[] parameters =
        new RoundTrainer(Checkpoints.in(run, task.training().checkpoint()))
            .train(task, printer)
            .network()
            .parameters();
    run.write(RESULT, text(parameters).getBytes(StandardCharsets.UTF_8));
    SparkSession.active().stop();
  }

  /** The run of a root, begun where there is none. */
  static Run run(String root) {
    RunStore store = RunStore.open(root, new Configuration());
    return store.attempts("p", "i").stream()
        .findFirst()
        .orElseGet(
            () -> store.newAttempt("p", "i", taken -> "{}".getBytes(StandardCharsets.UTF_8)));
  }

  /** Six epochs of ten rounds, with dropout. */
  static TrainingTask task() {
    return new TrainingTask(
        network(0.4),
        new TrainingConfig(
            Engine.ROUNDS,
            2,
            1,
            16,
            6,
            5,
            new UpdaterConfig(UpdaterName.ADAM, 0.02, 0.9, null),
            null,
            new CheckpointConfig(1, 2),
            NO_GPU,
            null,
            1L << 30,
            null),
        CLASSES,
        PreparedSplit.of("train", vectors(classRows(320, 1), 2)),
        PreparedSplit.of("validation", vectors(classRows(40, 2), 2)),
        null);
  }

  /** The exact bits, readable. */
  static String text(float[] parameters) {
    StringBuilder text = new StringBuilder();
    for (float parameter : parameters) {
      text.append(Float.toHexString(parameter)).append('\n');
    }
    return text.toString();
  }

  private static final class Printer implements ProgressListener {
    private long rounds;

    @Override
    public void epochEnded(EpochProgress epoch) {
      System.out.println("epoch " + epoch.epoch());
    }

    @Override
    public void roundEnded(RoundProgress round) {
      rounds++;
      System.out.println("round " + rounds);
    }

    @Override
    public void resumed(long before) {
      rounds = before;
      System.out.println("resumed " + before);
    }
  }
}
