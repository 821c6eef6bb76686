package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.runs.RunList;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.ExitCode;
import io.winnow.prepare.store.Run;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The runs of a root. */
@Command(
    name = "list",
    description = "Lists runs with how they ended; * marks the one that readers follow.",
    mixinStandardHelpOptions = true)
public final class RunsListCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @Mixin private RunsOptions options = new RunsOptions();

  @Option(names = "--interval", paramLabel = "ID", description = "Only the runs of this interval.")
  private @Nullable String interval;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only the runs of this status, such as published.")
  private @Nullable String status;

  /** A command that prints to a console. */
  public RunsListCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public Integer call() {
    Asked asked = options.open(spark.hadoop());
    RunList list =
        new RunList(
            asked.root(),
            asked.catalogue().list(run -> isWanted(run, asked.pipeline())).stream()
                .filter(run -> status == null || run.status().equals(status))
                .toList());
    console.result(options.isJson() ? list.json() : list.text());
    return ExitCode.DONE.code();
  }

  private boolean isWanted(Run run, @Nullable String pipeline) {
    return (pipeline == null || run.pipeline().equals(pipeline))
        && (interval == null || run.interval().equals(interval));
  }
}
