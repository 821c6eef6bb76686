package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.job.JobRunner;
import io.winnow.cli.plan.Planner;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.LoadedConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All of it. */
@Command(
    name = "run",
    description = "Prepares, trains, tests and publishes, in a new attempt.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow run --config conf/examples/demo.yaml --dry-run",
      "  winnow run --config conf/examples/demo.yaml --interval 2026-11-22 --root hdfs:///winnow",
      "  winnow run --config conf/examples/demo.yaml --set training.epochs=5 --output json"
    })
public final class RunCommand extends PipelineCommand {
  @Option(names = "--force", description = "Runs again what is published for the interval already.")
  private boolean force;

  /** A command that prints to a console. */
  public RunCommand(Console console, SparkSessionSource spark) {
    super(Job.RUN, console, spark);
  }

  @Override
  void begin(JobRunner runner, LoadedConfig config) {
    if (force) {
      runner.force();
    }
    Planner.requireFit(config);
  }

  @Override
  @Nullable String runId() {
    return null;
  }
}
