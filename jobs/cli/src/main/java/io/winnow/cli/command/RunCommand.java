package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** All of it. */
@Command(
    name = "run",
    description = "Prepares, trains, tests and publishes, in a new attempt.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow run --config conf/examples/demo.yaml --dry-run",
      "  winnow run --config conf/examples/demo.yaml --interval 2026-11-22 --root hdfs:///winnow",
      "  winnow run --config conf/examples/demo.yaml --set training.epochs=5 --output json"
    })
public final class RunCommand extends PipelineCommand {

  /** A command that prints to a console. */
  public RunCommand(Console console, SparkSessionSource spark) {
    super(Job.RUN, console, spark);
  }

  @Override
  @Nullable String runId() {
    return null;
  }
}
