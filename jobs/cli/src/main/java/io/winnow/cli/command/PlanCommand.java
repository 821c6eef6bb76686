package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.job.EstimateSource;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.Cache;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.Workspaces;
import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import io.winnow.network.plan.Assumptions;
import io.winnow.network.plan.PlanRequest;
import io.winnow.network.plan.WorkerPlan;
import io.winnow.network.plan.WorkerPlanner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
  private Subject subject = new Subject();

  @ArgGroup(multiplicity = "1")
  private DeviceOptions device = new DeviceOptions();

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
      names = "--batch",
      paramLabel = "N",
      description = "Rows of a minibatch; default: training.batch of --config, else the largest.")
  private @Nullable Integer batch;

  @Option(
      names = "--margin",
      paramLabel = "X",
      description = "Share of the memory that is left free; default " + Assumptions.MARGIN + ".")
  private double margin = Assumptions.MARGIN;

  @Option(
      names = "--dtype",
      paramLabel = "float32|float16|float64",
      defaultValue = "float32",
      description = "Format of numbers; default ${DEFAULT-VALUE}.")
  private DataType dtype = DataType.FLOAT32;

  @Option(
      names = "--helpers",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Whether layers use cuDNN or oneDNN; default ${DEFAULT-VALUE}.")
  private Helpers helpers = Helpers.OFF;

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

  /** What is planned for. */
  private static final class Subject {
    @ArgGroup(exclusive = false)
    private @Nullable Pipeline pipeline;

    @ArgGroup(exclusive = false)
    private @Nullable Network network;
  }

  private static final class Pipeline {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "Pipeline file; its published run tells the features and classes.")
    private Path config = Path.of("");

    @Option(
        names = "--root",
        paramLabel = "URI",
        description = "Where its published run is; the same as --set root=URI.")
    private @Nullable String root;

    @Option(
        names = "--set",
        paramLabel = "PATH=VALUE",
        description = "Overrides a key of the pipeline file; may be repeated.")
    private List<String> settings = List.of();

    @Option(
        names = "--run",
        paramLabel = "RUN_ID",
        description = "Instead of the published run: pipeline/interval/attempt, once prepared.")
    private @Nullable String runId;
  }

  private static final class Network {
    @Option(
        names = "--network",
        required = true,
        paramLabel = "FILE",
        description = "Network file: of Winnow's own form, or Deeplearning4j's JSON, or a bundle.")
    private Path file = Path.of("");

    @Option(
        names = "--input",
        paramLabel = "SHAPE",
        description = "Of a network in Deeplearning4j's JSON, as for estimate.")
    private @Nullable String input;
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
    NetworkModel model;
    int usualWorkers = devices;
    Integer usualBatch = null;
    if (subject.pipeline != null) {
      LoadedConfig config = config(subject.pipeline);
      String runId = subject.pipeline.runId;
      EstimateSource source =
          runId == null
              ? EstimateSource.of(config, spark.hadoop())
              : EstimateSource.of(config, spark.hadoop(), runId);
      model = source.declared().model();
      usualWorkers = config.pipeline().training().workers();
      usualBatch = config.pipeline().training().batch();
    } else {
      model = model(subject.network == null ? new Network() : subject.network);
    }
    return new PlanRequest(
        model,
        new RunSetting(Workspaces.ENABLED, Cache.NONE, helpers),
        dtype,
        found.device(),
        devices,
        workers == null ? usualWorkers : workers,
        margin,
        batch == null ? usualBatch : batch);
  }

  private static NetworkModel model(Network network) {
    if (NetworkFiles.isDeeplearning4j(network.file)) {
      return NetworkFiles.read(network.file, network.input);
    }
    if (network.input != null) {
      throw WinnowException.usage(
          "--input %s: only for a network in Deeplearning4j's JSON; others declare their input"
              .formatted(network.input));
    }
    return new EstimateSource(ConfigLoader.loadNetwork(network.file), null, null, 1, null)
        .declared()
        .model();
  }

  private static LoadedConfig config(Pipeline pipeline) {
    List<String> all = new ArrayList<>(pipeline.settings);
    if (pipeline.root != null) {
      all.add("root=" + pipeline.root);
    }
    return ConfigLoader.load(pipeline.config, all);
  }

  private void write(Path file, String text) {
    OutputFile.write("--properties", file, text.getBytes(StandardCharsets.UTF_8));
    console.progress("wrote " + file);
  }
}
