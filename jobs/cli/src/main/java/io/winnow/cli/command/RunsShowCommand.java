package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.RunDetails;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.ExitCode;
import io.winnow.prepare.store.Run;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One run. */
@Command(
    name = "show",
    description = "Shows one run: how it ended, why, its stages, gates and warnings.",
    mixinStandardHelpOptions = true)
public final class RunsShowCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @Mixin private RunsOptions options = new RunsOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the published run.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsShowCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public Integer call() {
    Asked asked = options.open(spark.hadoop());
    Run run = asked.catalogue().find(runId, asked.pipeline());
    RunDetails details =
        new RunDetails(asked.catalogue().summary(run), asked.catalogue().manifest(run));
    console.result(options.isJson() ? details.json() : details.text());
    return ExitCode.DONE.code();
  }
}
