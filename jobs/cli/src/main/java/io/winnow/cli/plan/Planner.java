package io.winnow.cli.plan;

import io.winnow.cli.console.Choices;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.SensitiveCells;
import io.winnow.prepare.source.SourceInput;
import io.winnow.prepare.source.SourceTable;
import io.winnow.prepare.source.Sources;
import io.winnow.prepare.write.S3aCommitter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Checks what can be checked before anything is read or written: configuration, the table's files
 * and header, the root, the network.
 */
public final class Planner {
  private final SparkSessionSource spark;

  /** A planner that opens tables with Spark. */
  public Planner(SparkSessionSource spark) {
    this.spark = spark;
  }

  /**
   * What a job would do.
   *
   * @throws io.winnow.core.failure.WinnowException when it would fail for a reason that shows now
   */
  public Plan plan(Job job, LoadedConfig loaded, String interval) {
    PipelineConfig config = loaded.pipeline();
    SensitiveCells.of(config.sensitive(), System::getenv);
    S3aCommitter.check(config.root(), spark::setting);
    RootCheck.check(config.root(), spark.hadoop());
    SourceTable source =
        Sources.open(spark.session(config.pipeline()), config.source(), loaded.table().source());

    Plan plan = new Plan();
    plan.add(
        "run", "%s of pipeline %s, interval %s".formatted(name(job), config.pipeline(), interval));
    plan.add("root", config.root());
    plan.add("source", source(source));
    plan.add("stages", PlannedStages.of(config));
    plan.add("split", split(config.split()));
    NetworkConfig network = config.network();
    if (network != null) {
      plan.add("network", PlannedNetwork.of(loaded, network));
      plan.add("training", training(config.training()));
    }
    plan.add("gates", gates(config));
    if (!source.warnings().isEmpty()) {
      plan.add(
          "warnings",
          source.warnings().stream().map(Warning::message).collect(Collectors.joining("\n")));
    }
    return plan;
  }

  /**
   * Refuses a batch that cannot fit, before anything runs.
   *
   * @throws io.winnow.core.failure.WinnowException that names the largest batch that does
   */
  public static void requireFit(LoadedConfig loaded) {
    NetworkConfig network = loaded.pipeline().network();
    if (network != null) {
      PlannedNetwork.requireFit(loaded, network);
    }
  }

  private static String name(Job job) {
    return job.name().toLowerCase(Locale.ROOT);
  }

  private static String source(SourceTable source) {
    return source.inputs().stream().map(SourceInput::listed).collect(Collectors.joining("\n"));
  }

  private static String split(SplitConfig split) {
    return switch (split.strategy()) {
      case STRATIFIED, RANDOM, HASH, GROUP ->
          "%s, train/validation/test %s, seed %d"
              .formatted(Choices.name(split.strategy()), split.ratios(), split.seed());
      case COLUMN -> "as column '%s' says".formatted(split.column());
      case TIME ->
          "by time in column '%s', train/validation/test %s"
              .formatted(split.column(), split.ratios());
      case KFOLD ->
          "fold %d of %d is test, seed %d"
              .formatted(split.testFold(), split.foldCount(), split.seed());
    };
  }

  private static String training(TrainingConfig training) {
    EarlyStoppingConfig stopping = training.earlyStopping();
    return "%s averaging, %d workers, every %d minibatches of %d rows; at most %d epochs; %s, rate %s; %s"
        .formatted(
            Choices.name(training.engine()),
            training.workers(),
            training.averagingFrequency(),
            training.batch(),
            training.epochs(),
            Choices.name(training.updater().name()),
            training.updater().learningRate(),
            stopping == null
                ? "no early stopping"
                : "stops after %d epochs without a better %s"
                    .formatted(stopping.patience(), stopping.metric().key()));
  }

  private static String gates(PipelineConfig config) {
    return config.gates().isEmpty()
        ? "none"
        : config.gates().entrySet().stream()
            .map(
                gate ->
                    gate.getKey().key()
                        + (gate.getValue().min() == null ? "" : " >= " + gate.getValue().min())
                        + (gate.getValue().max() == null ? "" : " <= " + gate.getValue().max())
                        + (gate.getValue().tolerance() == null
                            ? ""
                            : " at most %s worse than that of the published model"
                                .formatted(gate.getValue().tolerance())))
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
