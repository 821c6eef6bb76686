package io.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {
  @TempDir private Path folder;

  @Test
  void theWorkedExampleIsReproducedToTheDigit() {
    Ended ended = worked("--output", "json");

    JsonNode total = ended.json().path("total");
    assertThat(ended.exitCode()).isZero();
    assertThat(total.at("/parametersWithGradient/elements").asLong()).isEqualTo(2_359_296);
    assertThat(total.at("/parametersWithGradient/bytes").asLong()).isEqualTo(9_437_184);
    assertThat(total.at("/training/elements").asLong()).isEqualTo(136_577_024);
    assertThat(total.at("/training/bytes").asLong()).isEqualTo(546_308_096);
    assertThat(total.at("/inference/elements").asLong()).isEqualTo(10_747_904);
    assertThat(total.at("/inference/bytes").asLong()).isEqualTo(42_991_616);
  }

  @Test
  void aReaderSeesMebibytes() {
    assertThat(worked().out()).contains("9.0 MiB", "521.0 MiB", "41.0 MiB");
  }

  @Test
  void halfPrecisionTakesHalf() {
    JsonNode total = worked("--output", "json", "--dtype", "float16").json().path("total");

    assertThat(total.at("/training/elements").asLong()).isEqualTo(136_577_024);
    assertThat(total.at("/training/bytes").asLong()).isEqualTo(273_154_048);
  }

  @Test
  void withNothingPublishedTheInputIsUnknown() {
    Ended ended =
        Cli.run(
            "estimate",
            "--model",
            "textbook",
            "--config",
            Cli.example("demo"),
            "--root",
            folder.toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("network.input");
  }

  private static Ended worked(String... more) {
    return Cli.run(
        List.of(
            "estimate",
            "--network",
            Cli.example("textbook-conv"),
            "--model",
            "textbook",
            "--batch",
            "8"),
        more);
  }
}
