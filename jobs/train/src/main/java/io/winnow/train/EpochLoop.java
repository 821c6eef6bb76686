package io.winnow.train;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.manifest.StopReason;
import io.winnow.core.manifest.TrainingReport;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.train.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs epochs until the last one or until early stopping: after each one it checks that loss and
 * parameters are finite, validates, reports, and keeps the best network.
 *
 * <p>Training has also diverged when the kept epoch's loss is far above the loss of a network that
 * knows nothing, as when a learning rate is so high that parameters jump about without overflowing.
 */
public final class EpochLoop {
  /** How many times the loss of knowing nothing the kept epoch may have. */
  private static final double TOLERATED_LOSS = 3;

  private final TrainingConfig training;
  private final @Nullable Evaluation validation;
  private final long rows;
  private final double untrainedLoss;
  private final ProgressListener progress;
  private final List<EpochReport> epochs = new ArrayList<>();
  private final BestEpoch best;
  private int resumedEpochs;
  private long resumedRows;

  /**
   * A loop over the epochs of one training.
   *
   * @param validation null without validation rows
   * @param rows of train
   * @param untrainedLoss of a network that knows nothing
   */
  public EpochLoop(
      TrainingConfig training,
      @Nullable Evaluation validation,
      long rows,
      double untrainedLoss,
      ProgressListener progress) {
    this.training = training;
    this.validation = validation;
    this.rows = rows;
    this.untrainedLoss = untrainedLoss;
    this.progress = progress;
    best = new BestEpoch(training.earlyStopping());
  }

  /** The epochs so far. */
  public EpochHistory history() {
    return new EpochHistory(List.copyOf(epochs), best.kept());
  }

  /**
   * Goes on after other epochs, before the first one is run.
   *
   * @param rowsTrained of the next epoch that are behind already
   */
  public void restore(EpochHistory history, long rowsTrained) {
    epochs.addAll(history.epochs());
    best.restore(history.best());
    resumedEpochs = epochs.size();
    resumedRows = rowsTrained;
  }

  /**
   * Runs the epochs.
   *
   * @throws TrainingDivergedException where loss, parameters or outputs are not finite, or the kept
   *     epoch is far worse than knowing nothing
   */
  public TrainingResult run(EpochRunner runner) {
    long start = System.nanoTime();
    while (epochs.size() < training.epochs() && !best.exhausted()) {
      runEpoch(runner, start);
    }
    Double loss = epochs.get(best.epoch() - 1).trainLoss();
    if (loss != null && loss > TOLERATED_LOSS * untrainedLoss) {
      throw diverged(
          runner,
          best.epoch(),
          String.format(
              Locale.ROOT,
              "the loss is %.4g, where a network that knows nothing has %.4g",
              loss,
              untrainedLoss));
    }
    StopReason reason = best.exhausted() ? StopReason.EARLY_STOPPING : StopReason.MAX_EPOCHS;
    return new TrainingResult(report(runner, reason), best.network(), runner.workerBytes());
  }

  private void runEpoch(EpochRunner runner, long start) {
    int epoch = epochs.size() + 1;
    long epochStart = System.nanoTime();
    double loss = trained(runner, epoch);
    double seconds = (System.nanoTime() - epochStart) / 1e9;
    requireFinite(runner, epoch, loss);
    NetworkSnapshot network = NetworkSnapshot.of(runner.network());
    Metrics metrics = null;
    if (validation != null) {
      Optional<Metrics> measured = validation.measure(network);
      if (measured.isEmpty()) {
        throw broken(runner, epoch, loss, "outputs on validation are not finite");
      }
      metrics = measured.get();
    }
    epochs.add(new EpochReport(epoch, loss, values(metrics)));
    best.ended(epoch, metrics, network);
    double elapsed = (System.nanoTime() - start) / 1e9;
    long rowsNow = epoch == resumedEpochs + 1 ? rows - resumedRows : rows;
    double passes = epoch - resumedEpochs - (double) resumedRows / rows;
    progress.epochEnded(
        new EpochProgress(
            epoch,
            training.epochs(),
            loss,
            metrics,
            rowsNow / seconds,
            // Nothing may be left of the epoch that was resumed, and then there is no pace yet.
            passes > 0 ? elapsed / passes * (training.epochs() - epoch) : Double.NaN));
  }

  private double trained(EpochRunner runner, int epoch) {
    try {
      return runner.run(epoch - 1);
    } catch (DivergenceException diverged) {
      throw broken(runner, epoch, Double.NaN, diverged.reason());
    }
  }

  private void requireFinite(EpochRunner runner, int epoch, double loss) {
    Optional<String> layer = FinitenessCheck.brokenLayer(runner.network());
    if (layer.isPresent()) {
      throw broken(
          runner,
          epoch,
          loss,
          "layer '%s' has parameters that are not finite".formatted(layer.get()));
    }
    if (!Double.isFinite(loss)) {
      throw broken(runner, epoch, loss, "the loss is " + loss);
    }
  }

  private TrainingDivergedException broken(
      EpochRunner runner, int epoch, double loss, String reason) {
    epochs.add(new EpochReport(epoch, Double.isFinite(loss) ? loss : null, Map.of()));
    return diverged(runner, epoch, reason);
  }

  private TrainingDivergedException diverged(EpochRunner runner, int epoch, String reason) {
    return new TrainingDivergedException(
        "training diverged in epoch %d: %s; lower training.updater.learningRate, now %s"
            .formatted(epoch, reason, training.updater().learningRate()),
        report(runner, StopReason.DIVERGED));
  }

  private TrainingReport report(EpochRunner runner, StopReason reason) {
    return new TrainingReport(
        training.engine().name().toLowerCase(Locale.ROOT),
        training.workers(),
        training.averagingFrequency(),
        runner.rounds(),
        best.epoch(),
        reason,
        List.copyOf(epochs));
  }

  private static Map<String, Double> values(@Nullable Metrics metrics) {
    Map<String, Double> values = new TreeMap<>();
    if (metrics != null) {
      for (Metric metric : Metric.values()) {
        metrics.value(metric).ifPresent(value -> values.put(metric.key(), value));
      }
    }
    return values;
  }
}
