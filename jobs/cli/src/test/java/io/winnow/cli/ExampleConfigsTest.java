package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.LoadedConfig;
import java.nio.file.Path;
import java.util.List;
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
}
