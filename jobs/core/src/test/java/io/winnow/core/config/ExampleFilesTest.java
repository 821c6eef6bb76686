package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that ship as examples are valid. */
class ExampleFilesTest {
  private static final Path EXAMPLES = Path.of("../../conf/examples");

  static List<Path> pipelines() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> !file.endsWith("textbook-conv.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void aPipelineLoads(Path file) {
    PipelineConfig pipeline = ConfigLoader.load(file, List.of()).pipeline();

    assertThat(pipeline.network()).isNotNull();
    assertThat(file).hasFileName(pipeline.pipeline() + ".yaml");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aNetworkLoads(Path file) {
    assertThat(ConfigLoader.loadNetwork(file).layers()).hasSize(1);
  }

  static List<Path> networks() {
    return List.of(EXAMPLES.resolve("textbook-conv.yaml"));
  }
}
