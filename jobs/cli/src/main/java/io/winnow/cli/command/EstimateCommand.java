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
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.EstimateModel;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.TextbookEstimator;
import io.winnow.network.estimate.Workspaces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int USUAL_BATCH = 1;

  private final Console console;
  private final SparkSessionSource spark;

  @ArgGroup(multiplicity = "1")
  private SubjectOptions subject = new SubjectOptions();

  @Mixin private ReplicaOptions replica = new ReplicaOptions();

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

  @Override
  public Integer call() {
    Subject found = subject.find(spark);
    Estimate estimate = estimate(found);
    if (page != null) {
      OutputFile.write("--page", page, EstimatePage.of(estimate, phase, found.name()));
      console.progress("wrote " + page);
    }
    console.result(
        output == OutputFormat.JSON
            ? new String(estimate.json(), StandardCharsets.UTF_8)
            : estimate.table(phase) + estimate.notes());
    return ExitCode.DONE.code();
  }

  private Estimate estimate(Subject found) {
    int usual = found.training() == null ? USUAL_BATCH : found.training().batch();
    int batch = Objects.requireNonNull(replica.batch(usual));
    return switch (model) {
      case DL4J -> deeplearning4j(found, batch);
      case TEXTBOOK -> textbook(found, batch);
    };
  }

  private Estimate deeplearning4j(Subject found, int batch) {
    Dl4jEstimator estimator =
        new Dl4jEstimator(
            found.model(),
            new RunSetting(workspaces, cache, replica.helpers),
            calibration == null
                ? ConfigLoader.loadCalibration()
                : ConfigLoader.loadCalibration(calibration));
    return compare
        ? estimator.compare(batch, replica.dtype)
        : estimator.estimate(batch, replica.dtype);
  }

  private Estimate textbook(Subject found, int batch) {
    EstimateSource source = found.own();
    if (source == null) {
      throw WinnowException.usage(
          "--model textbook: only for networks of Winnow's own form; use --model dl4j");
    }
    return new TextbookEstimator(source.network(), source.features(), source.outputs())
        .estimate(batch, replica.dtype);
  }
}
