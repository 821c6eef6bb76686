package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.job.EstimateSource;
import io.winnow.cli.report.EstimatePage;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.Cache;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.EstimateModel;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.TextbookEstimator;
import io.winnow.network.estimate.Workspaces;
import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Predicts the memory of a network, layer by layer. Starts no Spark. */
@Command(
    name = "estimate",
    description = "Predicts the memory that a network needs, layer by layer.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow estimate --network conf/examples/textbook-conv.yaml --model textbook --batch 8",
      "  winnow estimate --config conf/examples/demo.yaml --model textbook --phase inference",
      "  winnow estimate --network conf/networks/lenet.json --model dl4j --batch 64"
    })
public final class EstimateCommand implements Callable<Integer> {
  private static final int NETWORK_BATCH = 1;

  private final Console console;
  private final SparkSessionSource spark;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--root",
      paramLabel = "URI",
      description = "With --config: where its published run is; the same as --set root=URI.")
  private @Nullable String root;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "With --config: overrides a key; may be repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "textbook|dl4j",
      description = "How to estimate: as textbooks count, or what Deeplearning4j allocates.")
  private EstimateModel model = EstimateModel.TEXTBOOK;

  @Option(
      names = "--phase",
      paramLabel = "training|inference",
      defaultValue = "training",
      description = "What the table of layers shows; default ${DEFAULT-VALUE}.")
  private Phase phase = Phase.TRAINING;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Rows of a minibatch; default: training.batch of --config, else 1.")
  private @Nullable Integer batch;

  @Option(
      names = "--dtype",
      paramLabel = "float32|float16|float64",
      defaultValue = "float32",
      description = "Format of numbers; default ${DEFAULT-VALUE}.")
  private DataType dtype = DataType.FLOAT32;

  @Option(
      names = "--input",
      paramLabel = "SHAPE",
      description =
          "With a network in Deeplearning4j's JSON: features; channels,steps;"
              + " channels,height,width; or channels,depth,height,width. Several inputs are parted"
              + " by semicolons.")
  private @Nullable String input;

  @Option(
      names = "--helpers",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "With dl4j: whether layers use cuDNN or oneDNN; default ${DEFAULT-VALUE}.")
  private Helpers helpers = Helpers.OFF;

  @Option(
      names = "--cache",
      paramLabel = "none|device",
      defaultValue = "none",
      description = "With dl4j: what the forward pass keeps; default ${DEFAULT-VALUE}.")
  private Cache cache = Cache.NONE;

  @Option(
      names = "--workspaces",
      paramLabel = "enabled|none",
      defaultValue = "enabled",
      description = "With dl4j: whether arrays are in workspaces; default ${DEFAULT-VALUE}.")
  private Workspaces workspaces = Workspaces.ENABLED;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "With dl4j: what scripts/calibrate wrote; default: what comes with Winnow.")
  private @Nullable Path calibration;

  @Option(
      names = "--compare",
      description = "With dl4j: puts Deeplearning4j's own report beside the estimate.")
  private boolean compare;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Writes a page of bar charts (HTML) that stands for itself.")
  private @Nullable Path page;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the estimate is printed to stdout; default ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.TEXT;

  /** A command that prints to a console. */
  public EstimateCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  /** What is estimated. */
  private static final class Subject {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "Pipeline file; its published run tells the features and classes.")
    @Nullable Path config;

    @Option(
        names = "--network",
        required = true,
        paramLabel = "FILE",
        description = "Network file: of Winnow's own form, or Deeplearning4j's JSON, or a bundle.")
    @Nullable Path network;

    String name() {
      return String.valueOf(network == null ? config : network);
    }
  }

  @Override
  public Integer call() {
    Estimate estimate = estimate();
    if (page != null) {
      OutputFile.write("--page", page, EstimatePage.of(estimate, phase, subject.name()));
      console.progress("wrote " + page);
    }
    console.result(
        output == OutputFormat.JSON
            ? new String(estimate.json(), StandardCharsets.UTF_8)
            : estimate.table(phase) + estimate.notes());
    return ExitCode.DONE.code();
  }

  private Estimate estimate() {
    Path file = subject.network;
    if (file != null && NetworkFiles.isDeeplearning4j(file)) {
      return estimate(NetworkFiles.read(file, input), NETWORK_BATCH);
    }
    if (input != null) {
      throw WinnowException.usage(
          "--input %s: only for a network in Deeplearning4j's JSON; others declare their input"
              .formatted(input));
    }
    EstimateSource source = source();
    return model == EstimateModel.DL4J || source.network().deeplearning4j() != null
        ? estimate(source.declared().model(), source.batch())
        : new TextbookEstimator(source.network(), source.features(), source.outputs())
            .estimate(rows(source.batch()), dtype);
  }

  private Estimate estimate(NetworkModel network, int usual) {
    if (model == EstimateModel.TEXTBOOK) {
      throw WinnowException.usage(
          "--model textbook: only for networks of Winnow's own form; use --model dl4j");
    }
    Dl4jEstimator estimator =
        new Dl4jEstimator(
            network,
            new RunSetting(workspaces, cache, helpers),
            calibration == null
                ? ConfigLoader.loadCalibration()
                : ConfigLoader.loadCalibration(calibration));
    return compare ? estimator.compare(rows(usual), dtype) : estimator.estimate(rows(usual), dtype);
  }

  private int rows(int usual) {
    int rows = batch == null ? usual : batch;
    if (rows < 1) {
      throw WinnowException.usage("--batch %d: not above 0".formatted(rows));
    }
    return rows;
  }

  private EstimateSource source() {
    if (subject.network != null) {
      return new EstimateSource(
          ConfigLoader.loadNetwork(subject.network), null, null, NETWORK_BATCH, null);
    }
    List<String> all = new ArrayList<>(settings);
    if (root != null) {
      all.add("root=" + root);
    }
    Path config = subject.config == null ? Path.of("") : subject.config;
    return EstimateSource.of(ConfigLoader.load(config, all), spark.hadoop());
  }
}
