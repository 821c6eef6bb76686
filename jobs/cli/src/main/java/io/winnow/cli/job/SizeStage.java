package io.winnow.cli.job;

import io.winnow.cli.console.Choices;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.manifest.MemoryReport;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.Phase;
import io.winnow.network.plan.WorkerFit;

/** Predicts the memory of a worker, layer by layer, before any worker starts. */
final class SizeStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Estimate estimate = estimate(attempt);
    estimate.table(Phase.TRAINING).lines().forEach(context.console()::progress);
    TrainingConfig training = attempt.config().training();
    Long limit = attempt.config().memory().perWorkerBytes();
    WorkerFit fit = limit == null ? null : new WorkerFit(source(attempt).declared().model(), limit);
    attempt
        .draft()
        .memory(
            new MemoryReport(
                Choices.name(estimate.model()),
                training.batch(),
                training.workers(),
                estimate.bytes(Phase.TRAINING),
                null,
                fit == null ? null : fit.fits(training.batch())));
    if (fit != null) {
      fit.require(training.batch());
    }
  }

  /** The estimate of one replica over the prepared data. */
  static Estimate estimate(Attempt attempt) {
    return source(attempt).usual();
  }

  private static EstimateSource source(Attempt attempt) {
    FittedPipeline pipeline = Prepared.pipeline(attempt);
    TrainingConfig training = attempt.config().training();
    return new EstimateSource(
        Network.of(attempt.config()),
        pipeline.width(),
        pipeline.label().outputs(),
        training.batch(),
        training.updater());
  }
}
