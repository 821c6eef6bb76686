package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.job.EstimateSource;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.EstimateModel;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.TextbookEstimator;
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
      "  winnow estimate --config conf/examples/demo.yaml --model textbook --phase inference"
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
      paramLabel = "textbook",
      description = "How to estimate.")
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
        description = "Network file.")
    @Nullable Path network;
  }

  @Override
  public Integer call() {
    EstimateSource source = source();
    int rows = batch == null ? source.batch() : batch;
    if (rows < 1) {
      throw WinnowException.usage("--batch %d: not above 0".formatted(rows));
    }
    Estimate estimate =
        switch (model) {
          case TEXTBOOK ->
              new TextbookEstimator(source.network(), source.features(), source.outputs())
                  .estimate(rows, dtype);
        };
    console.result(
        output == OutputFormat.JSON
            ? new String(estimate.json(), StandardCharsets.UTF_8)
            : estimate.table(phase) + estimate.notes());
    return ExitCode.DONE.code();
  }

  private EstimateSource source() {
    if (subject.network != null) {
      return new EstimateSource(
          ConfigLoader.loadNetwork(subject.network), null, null, NETWORK_BATCH);
    }
    List<String> all = new ArrayList<>(settings);
    if (root != null) {
      all.add("root=" + root);
    }
    Path config = subject.config == null ? Path.of("") : subject.config;
    return EstimateSource.of(ConfigLoader.load(config, all), spark.hadoop());
  }
}
