package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a tested model to what readers follow. */
@Command(
    name = "publish",
    description = "Holds the model against its gates and moves the pointer.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  winnow publish --config conf/examples/demo.yaml --run demo/2026-11-22/1"})
public final class PublishCommand extends PipelineCommand {
  @Option(
      names = "--run",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the newest unfinished attempt.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public PublishCommand(Console console, SparkSessionSource spark) {
    super(Job.PUBLISH, console, spark);
  }

  @Override
  @Nullable String runId() {
    return runId;
  }
}
