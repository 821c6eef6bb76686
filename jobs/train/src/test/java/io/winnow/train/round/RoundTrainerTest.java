package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.NO_CHECKPOINTS;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.TARGET;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.targetRows;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.StopReason;
import io.winnow.core.manifest.TrainingReport;
import io.winnow.core.metrics.Direction;
import io.winnow.core.metrics.Metric;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.TrainingDivergedException;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.PreparedSplit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTrainerTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");
  private static final UpdaterConfig ADAM = new UpdaterConfig(UpdaterName.ADAM, 0.01, 0.9, null);

  @Test
  void learnsATargetAndTellsEveryRound() {
    PreparedSplit test = split("test", targetRows(300, 2));
    List<RoundProgress> rounds = new ArrayList<>();
    TrainingResult result =
        new RoundTrainer(Checkpoints.none())
            .train(
                new TrainingTask(
                    network(),
                    training(12, ADAM, null),
                    TARGET,
                    split("train", targetRows(600, 1)),
                    test,
                    null),
                new ProgressListener() {
                  @Override
                  public void epochEnded(EpochProgress epoch) {
                    assertThat(rounds).hasSize(epoch.epoch() * 7);
                  }

                  @Override
                  public void roundEnded(RoundProgress round) {
                    rounds.add(round);
                  }
                });

    TrainingReport report = result.report();
    assertThat(report.engine()).isEqualTo("rounds");
    // 300 rows of a worker are 19 minibatches of 16, and 7 rounds of at most 3.
    assertThat(report.rounds()).isEqualTo(12 * 7);
    assertThat(report.bestEpoch()).isEqualTo(12);
    assertThat(Evaluation.measure(result.network(), TARGET, test).value(Metric.R2).orElseThrow())
        .isGreaterThan(0.7);
    RoundProgress last = rounds.get(12 * 7 - 1);
    assertThat(last.line())
        .matches("epoch 12/12  round 7/7  loss 0\\.\\d+  [0-9,]+ rows/s  ETA 0:00");
    assertThat(last.times().fit()).isPositive().isLessThan(last.times().total());
    assertThat(rounds.get(0).secondsLeft()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCURACY", "F1_MACRO", "ROC_AUC", "LOG_LOSS"})
  void stopsEarlyAndKeepsTheBestEpoch(Metric metric) {
    PreparedSplit validation = split("validation", classRows(40, 2));
    UpdaterConfig fast = new UpdaterConfig(UpdaterName.ADAM, 0.1, 0.9, null);

    TrainingResult result =
        train(
            training(60, fast, new EarlyStoppingConfig(metric, 2, 0)),
            CLASSES,
            classRows(96, 1),
            validation);

    TrainingReport report = result.report();
    List<Double> values =
        report.epochs().stream().map(epoch -> epoch.validation().get(metric.key())).toList();
    double sign = metric.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
    double best = values.get(report.bestEpoch() - 1);
    assertThat(report.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(values).hasSize(report.bestEpoch() + 2).hasSizeLessThan(60);
    assertThat(values)
        .allSatisfy(value -> assertThat(sign * value).isLessThanOrEqualTo(sign * best));
    assertThat(values.indexOf(best)).isEqualTo(report.bestEpoch() - 1);
    assertThat(Evaluation.measure(result.network(), CLASSES, validation).value(metric))
        .hasValue(best);
  }

  @Test
  void namesLayerAndRoundWhenParametersOverflow() {
    UpdaterConfig wild = new UpdaterConfig(UpdaterName.SGD, 1e30, 0.9, null);

    assertThatThrownBy(() -> train(training(9, wild, null), TARGET, targetRows(200, 1), NONE))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> {
              assertThat(e.report().stopReason()).isEqualTo(StopReason.DIVERGED);
              assertThat(e.report().epochs()).hasSize(1);
              assertThat(e.report().rounds()).isEqualTo(1);
            })
        .hasMessageMatching(
            "training diverged in epoch 1: layer '(dense1|output2)' has parameters that are not"
                + " finite after round 1; lower training.updater.learningRate, now 1.0E30");
  }

  @Test
  void namesLayerAndRoundWhenParametersExplode() {
    UpdaterConfig wild = new UpdaterConfig(UpdaterName.ADAM, 1e6, 0.9, null);

    assertThatThrownBy(() -> train(training(9, wild, null), CLASSES, classRows(200, 1), NONE))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageMatching(
            "training diverged in epoch 1: the parameters of layer '(dense1|output2)' have grown to"
                + " [0-9.e+]+ after round 1, more than 1.000e\\+05; lower"
                + " training.updater.learningRate, now 1000000.0");
  }

  @Test
  void trainsWhenAClassStandsInOneShardOnly() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      rows.add(row("k" + i, i == 0 ? 1.0 : 0.0, i / 10.0, 0, 0, 0));
    }

    // 17 rows and 16: the second round of an epoch has one row, of one worker.
    TrainingConfig training =
        new TrainingConfig(
            Engine.ROUNDS,
            2,
            1,
            16,
            2,
            5,
            ADAM,
            null,
            NO_CHECKPOINTS,
            NO_GPU,
            null,
            1L << 30,
            null);
    TrainingReport report = train(training, CLASSES, rows, NONE).report();
    assertThat(report.rounds()).isEqualTo(4);
    assertThat(report.epochs().get(1).trainLoss()).isFinite();
  }

  @Test
  void refusesFewerRowsThanWorkersAndALabelThatIsNoNumber() {
    assertThatThrownBy(() -> train(training(1, ADAM, null), TARGET, targetRows(1, 1), NONE))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith("prepared/train: has 1 rows for training.workers 2");
    List<Row> rows = new ArrayList<>(targetRows(20, 1));
    rows.add(row("bad", Double.NaN, 1, 2, 3, 4));
    assertThatThrownBy(() -> train(training(1, ADAM, null), TARGET, rows, NONE))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith("prepared/train: row 'bad' has label NaN");
  }

  private static TrainingConfig training(
      int epochs, UpdaterConfig updater, EarlyStoppingConfig stopping) {
    return new TrainingConfig(
        Engine.ROUNDS,
        2,
        3,
        16,
        epochs,
        5,
        updater,
        stopping,
        NO_CHECKPOINTS,
        NO_GPU,
        null,
        1L << 30,
        null);
  }

  private static TrainingResult train(
      TrainingConfig training, FittedLabel label, List<Row> rows, PreparedSplit validation) {
    return new RoundTrainer(Checkpoints.none())
        .train(
            new TrainingTask(network(), training, label, split("train", rows), validation, null),
            epoch -> {});
  }

  private static PreparedSplit split(String name, List<Row> rows) {
    return PreparedSplit.of(name, vectors(rows, 2));
  }
}
