package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.job.Job;
import io.winnow.cli.spark.SparkSessionSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a saved model to its metrics. */
@Command(
    name = "evaluate",
    description = "Loads the saved model, verifies it and tests it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  winnow evaluate --config conf/examples/demo.yaml --run demo/2026-11-22/1"})
public final class EvaluateCommand extends PipelineCommand {
  @Option(
      names = "--run",
      paramLabel = "RUN_ID",
      description = "pipeline/interval/attempt; default: the newest unfinished attempt.")
  private @Nullable String runId;

  /** A command that prints to a console. */
  public EvaluateCommand(Console console, SparkSessionSource spark) {
    super(Job.EVALUATE, console, spark);
  }

  @Override
  @Nullable String runId() {
    return runId;
  }
}
