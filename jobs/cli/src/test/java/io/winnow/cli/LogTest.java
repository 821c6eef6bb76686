package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What log4j2.properties makes of the log of a process. */
class LogTest {
  @TempDir private Path folder;

  @Test
  void jsonIsOneObjectALineWithoutSecrets() throws IOException, InterruptedException {
    List<String> lines = logged("json");

    JsonNode event = Json.MAPPER.readTree(lines.get(0));
    assertThat(event.path("level").asText()).isEqualTo("ERROR");
    assertThat(event.path("logger").asText()).isEqualTo("io.winnow.cli.Winnow");
    assertThat(event.path("message").asText()).startsWith("command failed\n");
    assertThat(lines).noneMatch(line -> line.contains("hunter2"));
    assertThat(lines.get(1)).startsWith("error: ");
    assertThat(lines).hasSize(2);
  }

  @Test
  void anythingElseIsText() throws IOException, InterruptedException {
    List<String> lines = logged("pretty");

    assertThat(lines.get(0)).matches("[0-9:]{8} ERROR Winnow: command failed");
    assertThat(lines).noneMatch(line -> line.contains("hunter2"));
    assertThat(lines.get(lines.size() - 1)).startsWith("error: ");
  }

  private List<String> logged(String format) throws IOException, InterruptedException {
    Path err = folder.resolve(format);
    Process process =
        Child.prepare(
                List.of(),
                Map.of("WINNOW_LOG", format),
                "runs",
                "show",
                "password=hunter2",
                "--root",
                folder.toString(),
                "--debug")
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(2);
    return Cli.read(err).lines().toList();
  }
}
