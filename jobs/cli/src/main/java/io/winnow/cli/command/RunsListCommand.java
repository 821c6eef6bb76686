package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.Answer;
import io.winnow.cli.runs.RunList;
import io.winnow.cli.runs.RunSummary;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.store.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The runs of a root. */
@Command(
    name = "list",
    description = "Lists runs with how they ended; * marks the one that readers follow.",
    mixinStandardHelpOptions = true)
public final class RunsListCommand extends CatalogueCommand {
  @Option(names = "--interval", paramLabel = "ID", description = "Only the runs of this interval.")
  private @Nullable String interval;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only the runs of this status, such as published.")
  private @Nullable String status;

  /** A command that prints to a console. */
  public RunsListCommand(Console console, SparkSessionSource spark) {
    super(console, spark);
  }

  @Override
  Answer answer(Asked asked) {
    if (status != null && !RunSummary.STATUSES.contains(status)) {
      throw WinnowException.usage(
          "--status '%s': is not one of %s"
              .formatted(status, String.join(", ", RunSummary.STATUSES)));
    }
    return new RunList(
        asked.root(),
        asked.catalogue().list(run -> isWanted(run, asked.pipeline())).stream()
            .filter(run -> status == null || run.status().equals(status))
            .toList());
  }

  private boolean isWanted(Run run, @Nullable String pipeline) {
    return (pipeline == null || run.pipeline().equals(pipeline))
        && (interval == null || run.interval().equals(interval));
  }
}
