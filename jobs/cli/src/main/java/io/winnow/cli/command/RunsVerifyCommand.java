package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.runs.Verification;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whether a run is still what was written. */
@Command(
    name = "verify",
    description = "Reads every file of a run and compares checksums; exit status 3 if one is off.",
    mixinStandardHelpOptions = true)
public final class RunsVerifyCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @Mixin private RunsOptions options = new RunsOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the published run.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsVerifyCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public Integer call() {
    Asked asked = options.open(spark.hadoop());
    Verification verification =
        asked.catalogue().verify(asked.catalogue().find(runId, asked.pipeline()));
    console.result(options.isJson() ? verification.json() : verification.text());
    if (!verification.isWhole()) {
      console.failure(new Failure(ExitCode.DATA, verification.refusal()));
    }
    return verification.exitCode();
  }
}
