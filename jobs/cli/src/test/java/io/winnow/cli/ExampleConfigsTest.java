package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.ArchitectureFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleConfigsTest {
  @ParameterizedTest
  @ValueSource(strings = {"demo", "adult", "california-housing", "kdd99", "walkthrough"})
  void everyExampleIsValidAndShowsWhatItCan(String name) {
    LoadedConfig loaded = ConfigLoader.load(Path.of(Cli.example(name)), List.of());

    assertThat(loaded.pipeline().pipeline()).isEqualTo(name);
    assertThat(loaded.pipeline().dedup().exact()).isEqualTo(ExactDedup.ROW);
    assertThat(loaded.pipeline().outlier().columns()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(loaded.pipeline().network()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist-a", "digits8x8"})
  void everyPixelOfAnImageIsAColumn(String name) {
    LoadedConfig loaded = ConfigLoader.load(Path.of(Cli.example(name)), List.of());

    int pixels = loaded.table().columns().size() - 1;
    assertThat(new NetworkFactory(loaded.pipeline().network(), loaded.pipeline().training()))
        .extracting(factory -> factory.input(pixels).extents().size())
        .isEqualTo(2);
  }

  @Test
  void aNetworkMayBeDeeplearning4jsJson() {
    LoadedConfig loaded =
        ConfigLoader.load(Path.of(Cli.example("adult-embedding")), List.of("training.seed=7"));
    Architecture network =
        new ArchitectureFactory(loaded.pipeline().network(), loaded.pipeline().training())
            .architecture(
                14, new FittedLabel("l", Task.CLASSIFICATION, null, List.of("a", "b"), 0, 1));

    assertThat(network).isInstanceOf(Architecture.Graph.class);
    assertThat(network.toJson()).contains("\"seed\" : 7", "ExponentialSchedule");
    assertThat(network.network().layers())
        .extracting(layer -> layer.name() + " " + layer.count())
        .contains("workclass-vector 40", "native-country-vector 172", "dense1 2368", "output 66");
  }
}
