package io.winnow.cli.job;

import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.manifest.MemoryReport;
import io.winnow.core.manifest.ModelReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.SoftwareVersions;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.bundle.ModelBundle;
import io.winnow.train.Trainer;
import io.winnow.train.TrainingDivergedException;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.round.Checkpoints;
import io.winnow.train.round.RoundTrainer;
import io.winnow.train.stock.StockTrainer;
import org.apache.spark.sql.SparkSession;

/** Trains the network on the prepared splits and saves it with all that scoring needs. */
final class TrainStage implements Stage {
  private static final int GOLDEN_ROWS = 16;

  @Override
  public void run(Attempt attempt, JobContext context) {
    Stopwatch watch = Stopwatch.started();
    SparkSession spark = context.spark(attempt);
    FittedPipeline pipeline = Prepared.pipeline(attempt);
    PreparedSplit train = Prepared.split(spark, attempt, "train");
    TrainingTask task =
        new TrainingTask(
            Network.of(attempt.config()),
            attempt.config().training(),
            pipeline.label(),
            train,
            Prepared.split(spark, attempt, "validation"),
            WarmStartSource.of(
                attempt, pipeline, context.console(), context.sparkSource().hadoop()));
    TrainingResult result = train(attempt, context, task);
    save(attempt, result, task);
    checkpoints(attempt).clear();
    context.ended(attempt, watch.stage("train", rows(attempt), rows(attempt)));
    attempt.reach(RunStatus.TRAINED);
  }

  private static TrainingResult train(Attempt attempt, JobContext context, TrainingTask task) {
    TrainingLines lines = new TrainingLines(context.console());
    try {
      TrainingResult result =
          trainer(task.training().engine(), checkpoints(attempt)).train(task, lines);
      attempt.draft().training(result.report());
      measured(attempt, result.workerBytes());
      return result;
    } catch (TrainingDivergedException diverged) {
      attempt.draft().training(diverged.report());
      throw diverged;
    } finally {
      attempt.draft().addWarnings(lines.warnings());
    }
  }

  private static void measured(Attempt attempt, long workerBytes) {
    MemoryReport predicted = attempt.manifest().memory();
    if (predicted != null && workerBytes > 0) {
      attempt.draft().memory(predicted.measured(workerBytes));
    }
  }

  private static Trainer trainer(Engine engine, Checkpoints checkpoints) {
    return switch (engine) {
      case ROUNDS -> new RoundTrainer(checkpoints);
      case STOCK -> new StockTrainer();
    };
  }

  private static void save(Attempt attempt, TrainingResult result, TrainingTask task) {
    TrainingConfig training = task.training();
    SoftwareVersions versions = RunVersions.loaded();
    attempt.draft().versions(versions);
    ModelBundle bundle =
        ModelBundle.of(
            result.network(),
            training,
            task.label(),
            attempt.run().read(Prepared.PIPELINE),
            Prepared.donors(attempt.run()),
            task.train().sample(task.label(), GOLDEN_ROWS, training.seed()),
            RunVersions.asMap(versions));
    bundle
        .contents()
        .forEach((name, content) -> attempt.run().write(SavedModel.FOLDER + "/" + name, content));
    attempt.draft().model(new ModelReport(SavedModel.FOLDER, bundle.sha256(), null));
  }

  private static Checkpoints checkpoints(Attempt attempt) {
    return Checkpoints.in(attempt.run(), attempt.config().training().checkpoint());
  }

  private static long rows(Attempt attempt) {
    return Prepared.rows(attempt, "train");
  }
}
