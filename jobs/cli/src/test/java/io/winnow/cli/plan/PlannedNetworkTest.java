package io.winnow.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.cli.Cli;
import io.winnow.cli.job.EstimateSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.plan.WorkerFit;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannedNetworkTest {
  // One feature for each of 12 numbers and 8 categories.
  private static final int LEAST = 20;
  private static final String SELECT = "select={mutualInformation: {top: 3}}";

  @Test
  void aSelectionMayLeaveFewerFeaturesThanTheTableHas() {
    long kibibytes = (bytes(1) + bytes(LEAST)) / 2048;
    assertThat(bytes(1)).isLessThan(bytes(LEAST));
    String limit = "memory.perWorker=%dk".formatted(kibibytes);

    assertThatThrownBy(() -> Planner.requireFit(config(limit)))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("memory.perWorker is");
    assertThatCode(() -> Planner.requireFit(config(limit, SELECT))).doesNotThrowAnyException();
  }

  @Test
  void anInputMayBeDeclaredForWhatASelectionLeaves() {
    LoadedConfig config = config(SELECT, "network.input={features: 3}");

    assertThat(PlannedNetwork.of(config, Objects.requireNonNull(config.pipeline().network())))
        .startsWith("before selection, over 12 numbers and 8 categories");
  }

  private static long bytes(int features) {
    PipelineConfig config = config().pipeline();
    EstimateSource source =
        new EstimateSource(
            Objects.requireNonNull(config.network()),
            features,
            2,
            config.training().batch(),
            config.training().updater());
    return new WorkerFit(source.declared().model(), Long.MAX_VALUE)
        .bytes(config.training().batch());
  }

  private static LoadedConfig config(String... settings) {
    List<String> all =
        Stream.concat(Stream.of("training.batch=65536", "root=target/none"), Stream.of(settings))
            .toList();
    return ConfigLoader.load(Path.of(Cli.example("demo")), all);
  }
}
