package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.Answer;
import io.winnow.cli.runs.Rollback;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Back to an earlier published run. */
@Command(
    name = "rollback",
    description = "Moves the pointer to an earlier published run, if that is still whole.",
    mixinStandardHelpOptions = true)
public final class RunsRollbackCommand extends CatalogueCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the one published before the current.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsRollbackCommand(Console console, SparkSessionSource spark) {
    super(console, spark);
  }

  @Override
  Answer answer(Asked asked) {
    return Rollback.to(asked.catalogue(), runId, asked.pipeline());
  }
}
