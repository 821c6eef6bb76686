package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.Rollback;
import io.winnow.cli.spark.SparkSessionSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Back to an earlier published run. */
@Command(
    name = "rollback",
    description = "Moves the pointer to an earlier published run, if that is still whole.",
    mixinStandardHelpOptions = true)
public final class RunsRollbackCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @Mixin private RunsOptions options = new RunsOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the one published before the current.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsRollbackCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public Integer call() {
    Asked asked = options.open(spark.hadoop());
    Rollback rollback = Rollback.to(asked.catalogue(), runId, asked.pipeline());
    console.result(options.isJson() ? rollback.json() : rollback.text());
    return rollback.exitCode();
  }
}
