package io.winnow.cli.command;

import io.winnow.cli.console.CommandResult;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.job.Job;
import io.winnow.cli.job.JobContext;
import io.winnow.cli.job.JobRunner;
import io.winnow.cli.plan.Plan;
import io.winnow.cli.plan.Planner;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.manifest.Manifest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that does a job on a run, or plans it. */
public abstract class PipelineCommand implements Callable<Integer>, EndsRun {
  private final Job job;
  private final Console console;
  private final SparkSessionSource spark;
  private final JobRunner runner;

  @Mixin private PipelineOptions options = new PipelineOptions();

  PipelineCommand(Job job, Console console, SparkSessionSource spark) {
    this.job = job;
    this.console = console;
    this.spark = spark;
    this.runner = new JobRunner(new JobContext(console, spark));
  }

  @Override
  public final Integer call() {
    LoadedConfig config = options.load(runId());
    if (options.dryRun) {
      print(new Planner(spark).plan(job, config, options.interval));
    } else {
      begin(runner, config);
      print(runner.run(job, config, options.interval, runId()));
    }
    return ExitCode.DONE.code();
  }

  @Override
  public final CommandResult result(Failure failure) {
    return runner.result(failure);
  }

  /** What comes before the job. */
  void begin(JobRunner runner, LoadedConfig config) {
    // Most jobs begin with their first stage.
  }

  /** Id of the run to go on with, or null. */
  abstract @Nullable String runId();

  private void print(Plan plan) {
    console.result(options.output == OutputFormat.JSON ? plan.json() : plan.text());
  }

  private void print(Manifest manifest) {
    CommandResult result = runner.result();
    if (options.output == OutputFormat.JSON) {
      console.result(result.json());
    } else {
      ClosingLines.of(manifest, result).forEach(console::result);
    }
  }
}
