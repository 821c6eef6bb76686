package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.Answer;
import io.winnow.cli.runs.RunDetails;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.prepare.store.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One run. */
@Command(
    name = "show",
    description = "Shows one run: how it ended, why, its stages, gates and warnings.",
    mixinStandardHelpOptions = true)
public final class RunsShowCommand extends CatalogueCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the published run.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public RunsShowCommand(Console console, SparkSessionSource spark) {
    super(console, spark);
  }

  @Override
  Answer answer(Asked asked) {
    Run run = asked.catalogue().find(runId, asked.pipeline());
    return new RunDetails(asked.catalogue().summary(run), asked.catalogue().manifest(run));
  }
}
