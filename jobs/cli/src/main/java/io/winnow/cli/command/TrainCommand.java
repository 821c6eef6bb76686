package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From prepared data to a saved model. */
@Command(
    name = "train",
    description = "Sizes the workers, trains the network and saves it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow train --config conf/examples/demo.yaml --interval 2026-11-22",
      "  winnow train --config conf/examples/demo.yaml --run demo/2026-11-22/1"
    })
public final class TrainCommand extends PipelineCommand {
  @Option(
      names = "--run",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the newest unfinished attempt.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public TrainCommand(Console console, SparkSessionSource spark) {
    super(Job.TRAIN, console, spark);
  }

  @Override
  @Nullable String runId() {
    return runId;
  }
}
