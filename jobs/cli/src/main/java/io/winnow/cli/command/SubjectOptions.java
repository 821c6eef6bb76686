package io.winnow.cli.command;

import io.winnow.cli.job.EstimateSource;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.source.NetworkFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What memory is predicted of: the network of a pipeline, or one in a file. */
final class SubjectOptions {
  private static final int NETWORK_BATCH = 1;

  @ArgGroup(exclusive = false)
  private @Nullable Pipeline pipeline;

  @ArgGroup(exclusive = false)
  private @Nullable Network network;

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

    Subject find(SparkSessionSource spark) {
      LoadedConfig loaded =
          PipelineOptions.load(config, PipelineOptions.DEFAULT_INTERVAL, settings, root);
      EstimateSource source =
          runId == null
              ? EstimateSource.of(loaded, spark.hadoop())
              : EstimateSource.of(loaded, spark.hadoop(), runId);
      return new Subject(config.toString(), null, source, loaded.pipeline().training());
    }
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
        description =
            "With a network in Deeplearning4j's JSON: features; channels,steps;"
                + " channels,height,width; or channels,depth,height,width. Several inputs are"
                + " parted by semicolons.")
    private @Nullable String input;

    Subject find() {
      if (NetworkFiles.isDeeplearning4j(file)) {
        return new Subject(file.toString(), NetworkFiles.read(file, input), null, null);
      }
      if (input != null) {
        throw WinnowException.usage(
            "--input %s: only for a network in Deeplearning4j's JSON; others declare their input"
                .formatted(input));
      }
      return new Subject(
          file.toString(),
          null,
          new EstimateSource(ConfigLoader.loadNetwork(file), null, null, NETWORK_BATCH, null),
          null);
    }
  }

  /**
   * The network that is asked for.
   *
   * @throws WinnowException where its file, or the run of its pipeline, cannot be read
   */
  Subject find(SparkSessionSource spark) {
    return pipeline != null ? pipeline.find(spark) : Objects.requireNonNull(network).find();
  }
}
