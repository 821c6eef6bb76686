package io.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import io.winnow.cli.spark.OwnSparkSession;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.round.Checkpoints;
import io.winnow.train.round.RoundTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;

/** A real table, prepared once by an example pipeline, to be trained on many times. */
final class PreparedQuality {
  private final SparkSession spark;
  private final Path config;
  private final List<String> settings;
  private final Path run;
  private final FittedLabel label;

  private PreparedQuality(SparkSession spark, Path config, List<String> settings, Path run)
      throws IOException {
    this.spark = spark;
    this.config = config;
    this.settings = settings;
    this.run = run;
    Path pipeline = run.resolve("pipeline/pipeline.json");
    label = FittedPipeline.read(pipeline.toString(), Files.readAllBytes(pipeline)).label();
  }

  /** Runs the command prepare. */
  static PreparedQuality of(OwnSparkSession spark, QualityTable table, Path rows, Path folder)
      throws IOException {
    Path config = Path.of("conf/examples/%s.yaml".formatted(table.example()));
    List<String> settings =
        List.of(
            "source.path=" + rows.toAbsolutePath(),
            "split={strategy: column, column: split}",
            "root=" + folder.resolve("root").toAbsolutePath());
    List<String> line = new ArrayList<>(List.of("prepare", "--config", config.toString()));
    settings.forEach(setting -> line.addAll(List.of("--set", setting)));
    line.addAll(List.of("--output", "json"));
    Ended ended = Cli.run(spark, line.toArray(String[]::new));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.err());
    }
    JsonNode manifest = ended.json().path("manifest");
    return new PreparedQuality(
        spark.session(table.name()),
        config,
        settings,
        Objects.requireNonNull(Path.of(manifest.asText()).getParent()));
  }

  /** Trains from a seed, and measures on test. */
  Metrics trained(int workers, int seed) {
    List<String> wanted = new ArrayList<>(settings);
    wanted.add("training.workers=" + workers);
    wanted.add("training.seed=" + seed);
    PipelineConfig loaded = ConfigLoader.load(config, wanted).pipeline();
    TrainingTask task =
        new TrainingTask(
            Objects.requireNonNull(loaded.network()),
            loaded.training(),
            label,
            split("train"),
            split("validation"),
            null);
    TrainingResult trained =
        new RoundTrainer(Checkpoints.none())
            .train(task, epoch -> System.err.println("  " + epoch.line()));
    return Evaluation.measure(trained.network(), label, split("test"));
  }

  private PreparedSplit split(String name) {
    return PreparedSplit.read(spark, run.resolve("prepared").resolve(name).toString());
  }
}
