package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** From the raw table to prepared data. */
@Command(
    name = "prepare",
    description = {
      "Cleans, splits and encodes the table, in a new attempt; if the newest one for the interval has"
          + " only profiled the table, with the same configuration, in that one."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow prepare --config conf/examples/demo.yaml --interval 2026-11-22",
      "  winnow prepare --config conf/examples/demo.yaml --set output.layout=columns"
    })
public final class PrepareCommand extends PipelineCommand {

  /** A command that prints to a console. */
  public PrepareCommand(Console console, SparkSessionSource spark) {
    super(Job.PREPARE, console, spark);
  }

  @Override
  @Nullable String runId() {
    return null;
  }
}
