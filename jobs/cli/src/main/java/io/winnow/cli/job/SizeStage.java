package io.winnow.cli.job;

import io.winnow.cli.console.Choices;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.manifest.MemoryReport;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.Phase;

/** Predicts the memory of a worker, layer by layer, before any worker starts. */
final class SizeStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Estimate estimate = estimate(attempt);
    estimate.table(Phase.TRAINING).lines().forEach(context.console()::progress);
    TrainingConfig training = attempt.config().training();
    attempt
        .draft()
        .memory(
            new MemoryReport(
                Choices.name(estimate.model()),
                training.batch(),
                training.workers(),
                estimate.bytes(Phase.TRAINING),
                null,
                null));
  }

  /** The estimate of one replica over the prepared data. */
  static Estimate estimate(Attempt attempt) {
    FittedPipeline pipeline = Prepared.pipeline(attempt);
    TrainingConfig training = attempt.config().training();
    return new EstimateSource(
            Network.of(attempt.config()),
            pipeline.width(),
            pipeline.label().outputs(),
            training.batch(),
            training.updater())
        .usual();
  }
}
