package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.network.estimate.Cache;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.Workspaces;
import io.winnow.network.plan.Assumptions;
import io.winnow.network.plan.PlanRequest;
import io.winnow.network.plan.WorkerPlan;
import io.winnow.network.plan.WorkerPlanner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans how workers share GPUs or executors, and the Spark settings for it. Starts no Spark. */
@Command(
    name = "plan",
    description = "Plans batch, workers of a GPU or executor, and the Spark settings for them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow plan --network conf/networks/resnet50.json --gpu T4",
      "  winnow plan --network conf/networks/lenet.json --gpu A10 --gpus 2 --workers 8 --batch 256"
          + " \\",
      "    --properties target/lenet.properties",
      "  winnow plan --config conf/examples/demo.yaml --cpu-memory 4g"
    })
public final class PlanCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @ArgGroup(multiplicity = "1")
  private SubjectOptions subject = new SubjectOptions();

  @ArgGroup(multiplicity = "1")
  private DeviceOptions device = new DeviceOptions();

  @Mixin private ReplicaOptions replica = new ReplicaOptions();

  @Option(
      names = "--gpus",
      paramLabel = "N",
      description =
          "GPUs, or executors with --cpu-memory; default 1, or as many as --gpu auto finds.")
  private @Nullable Integer gpus;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Workers over all of them; default: training.workers of --config, else one on each.")
  private @Nullable Integer workers;

  @Option(
      names = "--margin",
      paramLabel = "X",
      description = "Share of the memory that is left free; default " + Assumptions.MARGIN + ".")
  private double margin = Assumptions.MARGIN;

  @Option(
      names = "--properties",
      paramLabel = "FILE",
      description = "Writes the Spark settings for scripts/submit --properties-file.")
  private @Nullable Path properties;

  @Option(
      names = "--discovery-script",
      paramLabel = "PATH",
      defaultValue = "scripts/gpu-addresses",
      description = "Tells executors their GPUs, where they run; default ${DEFAULT-VALUE}.")
  private Path discoveryScript = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the plan is printed to stdout; default ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.TEXT;

  /** A command that prints to a console. */
  public PlanCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public Integer call() {
    WorkerPlan plan = new WorkerPlanner(request()).plan();
    console.result(
        output == OutputFormat.JSON
            ? new String(plan.json(), StandardCharsets.UTF_8)
            : plan.text());
    if (!plan.fits()) {
      console.failure(new Failure(ExitCode.DOES_NOT_FIT, plan.refusal()));
      return ExitCode.DOES_NOT_FIT.code();
    }
    if (properties != null) {
      write(properties, plan.properties(discoveryScript.toAbsolutePath().normalize().toString()));
    }
    return ExitCode.DONE.code();
  }

  private PlanRequest request() {
    DeviceOptions.Found found = device.find();
    int devices = gpus == null ? found.count() : gpus;
    Subject planned = subject.find(spark);
    TrainingConfig training = planned.training();
    int usualWorkers = training == null ? devices : training.workers();
    return new PlanRequest(
        planned.model(),
        new RunSetting(Workspaces.ENABLED, Cache.NONE, replica.helpers),
        replica.dtype,
        found.device(),
        devices,
        workers == null ? usualWorkers : workers,
        margin,
        replica.batch(training == null ? null : training.batch()));
  }

  private void write(Path file, String text) {
    OutputFile.write("--properties", file, text.getBytes(StandardCharsets.UTF_8));
    console.progress("wrote " + file);
  }
}
