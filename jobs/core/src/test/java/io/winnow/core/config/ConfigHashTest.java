package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigHashTest {
  private static final String MINIMAL = ConfigFiles.load("minimal.yaml").sha256();

  @TempDir Path folder;

  @Test
  void doesNotDependOnTheRoot() {
    assertThat(ConfigFiles.load("minimal.yaml", "root=/elsewhere").sha256()).isEqualTo(MINIMAL);
    assertThat(ConfigFiles.load("minimal.yaml", "retention.keep=3").sha256()).isEqualTo(MINIMAL);
  }

  @Test
  void doesNotDependOnTheOrderOfKeysNorOnWhetherADefaultIsWrittenOut() throws IOException {
    Path file =
        ConfigFiles.edited(
            folder,
            "pipeline: people",
            "scale: {ddof: 0, strategy: standard}\ndedup: {}\npipeline: people");
    String reversed = String.join("\n", Files.readAllLines(file).stream().sorted().toList());
    Files.writeString(file, reversed);

    assertThat(ConfigLoader.load(file, List.of()).sha256()).isEqualTo(MINIMAL);
  }

  @Test
  void doesNotDependOnWhereFilesStand() throws IOException {
    Path network = Files.copy(ConfigFiles.file("network.yaml"), folder.resolve("layers.yaml"));
    Path table = Files.copy(ConfigFiles.file("people.yaml"), folder.resolve("columns.yaml"));

    assertThat(
            ConfigFiles.load(
                    "optional.yaml",
                    "network=" + network.toAbsolutePath(),
                    "schema=" + table.toAbsolutePath())
                .sha256())
        .isEqualTo(ConfigFiles.load("optional.yaml").sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipeline=person",
        "source.path=more.csv",
        "source.options.delimiter=;",
        "source.partitions=3",
        "label.classes=[a, b]",
        "rejects.maxShare=0.02",
        "split.seed=2",
        "split.ratios=0.7/0.2/0.1",
        "derive.columns={}",
        "outlier.columns.age.k=2",
        "impute.numeric=mean",
        "scale.ddof=1",
        "impute.regression.ridge=0.01",
        "select.variance.min=0",
        "pca.components=1",
        "output.files=1",
        "network=network.yaml",
        "training.updater.learningRate=0.002",
        "gates.accuracy.min=0.5"
      })
  void dependsOnEveryOtherKey(String setting) {
    assertThat(ConfigFiles.load("minimal.yaml", setting).sha256())
        .isNotEqualTo(MINIMAL)
        .matches("[0-9a-f]{64}");
  }

  @Test
  void dependsOnTheTableSchema() throws IOException {
    Path file = ConfigFiles.edited(folder, "people.csv", "people.csv");
    assertThat(ConfigLoader.load(file, List.of()).sha256()).isEqualTo(MINIMAL);

    Path table = folder.resolve("people.yaml");
    Files.writeString(table, Files.readString(table).replace("table:", "missing: [\"?\"]\ntable:"));
    assertThat(ConfigLoader.load(file, List.of()).sha256()).isNotEqualTo(MINIMAL);
  }
}
