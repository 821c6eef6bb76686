package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.Answer;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a run is still what was written. */
@Command(
    name = "verify",
    description = "Reads every file of a run and compares checksums; exit status 3 if one is off.",
    mixinStandardHelpOptions = true)
public final class RunsVerifyCommand extends CatalogueCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the published run.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsVerifyCommand(Console console, SparkSessionSource spark) {
    super(console, spark);
  }

  @Override
  Answer answer(Asked asked) {
    return asked.catalogue().verify(asked.catalogue().find(runId, asked.pipeline()));
  }
}
