package io.winnow.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.cli.Cli;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.LogFormat;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.prepare.store.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmStartSourceTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @TempDir private Path root;

  @Test
  void beforeAnythingIsPublishedTheSeedDraws() {
    assertThat(begin("published")).isNull();
    assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("nothing is published yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo/night/1", "demo/other/7", "models/none"})
  void aPlaceWithoutAModelIsNamed(String place) {
    assertThatThrownBy(() -> begin(place))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "training.warmStart: '"
                + place
                + "' holds no model; name a run below the root that is trained, or the folder of a"
                + " bundle");
  }

  private NetworkSnapshot begin(String place) {
    LoadedConfig config =
        ConfigLoader.load(
            Path.of(Cli.example("demo")),
            List.of("root=" + root, "training.warmStart=" + place),
            "night");
    RunStore store = RunStore.open(root.toString(), new Configuration());
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    return WarmStartSource.of(
        Attempt.begin(config, store, "night"),
        new FittedPipeline(
            FittedPipeline.SCHEMA_VERSION,
            "demo",
            config.table(),
            new FittedLabel("churned", Task.CLASSIFICATION, null, List.of("no", "yes"), 0, 1),
            DeleteFrom.TRAIN,
            Map.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null),
        new Console(err, err, LogFormat.TEXT),
        new Configuration());
  }
}
