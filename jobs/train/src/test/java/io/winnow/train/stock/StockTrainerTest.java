package io.winnow.train.stock;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.TARGET;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.targetRows;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.StopReason;
import io.winnow.core.manifest.TrainingReport;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.TrainingDivergedException;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.PreparedSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockTrainerTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");

  @Test
  void learnsWhatNoLinearModelDoes() {
    PreparedSplit train = split("train", classRows(600, 1));
    PreparedSplit test = split("test", classRows(400, 2));
    List<String> lines = new ArrayList<>();

    TrainingResult result =
        new StockTrainer()
            .train(
                new TrainingTask(network(), training(2, 12, 5), CLASSES, train, test, null),
                epoch -> lines.add(epoch.line()));

    Metrics metrics = Evaluation.measure(result.network(), CLASSES, test);
    assertThat(metrics.value(Metric.ACCURACY).orElseThrow()).isGreaterThan(0.9);
    TrainingReport report = result.report();
    // 300 rows of a worker are 19 minibatches of 16, and 7 rounds of at most 3.
    assertThat(report.rounds()).isEqualTo(12 * 7);
    assertThat(report.engine()).isEqualTo("stock");
    assertThat(report.workers()).isEqualTo(2);
    assertThat(report.averagingFrequency()).isEqualTo(3);
    assertThat(report.bestEpoch()).isEqualTo(12);
    assertThat(report.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
    assertThat(report.epochs()).extracting(EpochReport::epoch).hasSize(12).isSorted();
    EpochReport last = report.epochs().get(11);
    assertThat(last.trainLoss()).isBetween(0.01, 0.35);
    assertThat(report.epochs().get(0).trainLoss()).isGreaterThan(last.trainLoss());
    assertThat(last.validation()).containsKeys("accuracy", "rocAuc", "logLoss", "f1Macro");
    assertThat(last.validation().get("accuracy"))
        .isEqualTo(metrics.value(Metric.ACCURACY).orElseThrow());
    assertThat(lines).hasSize(12);
    assertThat(lines.get(0)).startsWith("epoch 1/12  loss 0.").contains("  validation accuracy 0.");
  }

  @Test
  void learnsATarget() {
    PreparedSplit test = split("test", targetRows(300, 2));
    TrainingResult result = train(training(2, 15, 5), TARGET, targetRows(600, 1), test);

    Metrics metrics = Evaluation.measure(result.network(), TARGET, test);
    assertThat(metrics.value(Metric.R2).orElseThrow()).isGreaterThan(0.75);
    assertThat(metrics.value(Metric.RMSE).orElseThrow()).isLessThan(12);
  }

  @Test
  void stopsEarlyAndKeepsTheBestEpoch() {
    PreparedSplit validation = split("validation", classRows(60, 2));
    EarlyStoppingConfig stopping = new EarlyStoppingConfig(Metric.LOG_LOSS, 2, 0);
    UpdaterConfig fast = new UpdaterConfig(UpdaterName.ADAM, 0.1, 0.9, null);

    TrainingResult result =
        train(training(2, 60, 5, fast, stopping), CLASSES, classRows(120, 1), validation);

    TrainingReport report = result.report();
    EpochReport best =
        report.epochs().stream()
            .min(Comparator.comparingDouble(epoch -> epoch.validation().get("logLoss")))
            .orElseThrow();
    assertThat(report.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
    assertThat(report.epochs().size()).isLessThan(60).isEqualTo(report.bestEpoch() + 2);
    assertThat(report.bestEpoch()).isEqualTo(best.epoch());
    assertThat(Evaluation.measure(result.network(), CLASSES, validation).value(Metric.LOG_LOSS))
        .hasValue(best.validation().get("logLoss"));
  }

  @Test
  void trainsWithoutValidation() {
    TrainingResult result = train(training(2, 2, 5), CLASSES, classRows(100, 1), NONE);

    assertThat(result.report().epochs())
        .extracting(EpochReport::validation)
        .allSatisfy(values -> assertThat(values).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 33, 34, 97})
  void trainsOnTailsOfAnyLength(int rows) {
    TrainingResult result = train(training(2, 2, 5), CLASSES, classRows(rows, 1), NONE);

    assertThat(result.report().epochs()).hasSize(2);
    assertThat(result.report().epochs().get(1).trainLoss()).isFinite();
  }

  @Test
  void trainsWhenAClassStandsInOneShardOnly() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(row("k" + i, i == 0 ? 1.0 : 0.0, i / 10.0, 0, 0, 0));
    }

    assertThat(train(training(2, 2, 5), CLASSES, rows, NONE).report().epochs()).hasSize(2);
  }

  @Test
  void refusesEarlyStoppingWithoutValidationAndTrainingWithoutRows() {
    EarlyStoppingConfig stopping = new EarlyStoppingConfig(Metric.ACCURACY, 2, 0);
    UpdaterConfig adam = new UpdaterConfig(UpdaterName.ADAM, 0.01, 0.9, null);

    assertThatThrownBy(
            () -> train(training(2, 2, 5, adam, stopping), CLASSES, classRows(9, 1), NONE))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "training.earlyStopping: watches accuracy on validation, which has no rows; give"
                + " split.ratios a validation share or remove the key");
    assertThatThrownBy(() -> train(training(2, 2, 5), CLASSES, List.of(), NONE))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage("prepared/train: has no rows; prepare again");
  }

  @Test
  void namesEpochAndLayerWhenParametersOverflow() {
    UpdaterConfig wild = new UpdaterConfig(UpdaterName.SGD, 1e6, 0.9, null);

    assertThatThrownBy(() -> train(training(2, 9, 5, wild, null), TARGET, targetRows(200, 1), NONE))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> {
              assertThat(e.report().stopReason()).isEqualTo(StopReason.DIVERGED);
              assertThat(e.report().epochs()).hasSize(1);
              assertThat(e.report().epochs().get(0).trainLoss()).isNull();
              assertThat(e.report().bestEpoch()).isZero();
            })
        .hasMessageMatching(
            "training diverged in epoch 1: layer '(dense1|output2)' has parameters that are not"
                + " finite; lower training.updater.learningRate, now 1000000.0");
  }

  @Test
  void noticesParametersThatJumpAboutWithoutOverflow() {
    UpdaterConfig wild = new UpdaterConfig(UpdaterName.ADAM, 1e6, 0.9, null);

    assertThatThrownBy(() -> train(training(2, 2, 5, wild, null), CLASSES, classRows(200, 1), NONE))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class, e -> assertThat(e.report().epochs()).hasSize(2))
        .hasMessageMatching(
            "training diverged in epoch 2: the loss is [0-9.]+, where a network that knows nothing"
                + " has 0.6931; lower training.updater.learningRate, now 1000000.0");
  }

  private static TrainingResult train(
      TrainingConfig training, FittedLabel label, List<Row> rows, PreparedSplit validation) {
    return new StockTrainer()
        .train(
            new TrainingTask(network(), training, label, split("train", rows), validation, null),
            epoch -> {});
  }

  private static PreparedSplit split(String name, List<Row> rows) {
    return PreparedSplit.of(name, vectors(rows, 2));
  }
}
