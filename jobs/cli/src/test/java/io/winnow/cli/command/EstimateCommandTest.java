package io.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import java.io.IOException;
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

  @Test
  void deeplearning4jNeedsAboutTenTimesAsMuch() {
    Ended ended =
        Cli.run(
            "estimate",
            "--network",
            Cli.example("textbook-conv"),
            "--model",
            "dl4j",
            "--batch",
            "8",
            "--output",
            "json");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.json().at("/total/training/bytes").asLong()).isGreaterThan(4L << 30);
    assertThat(ended.json().at("/terms/training/0/basis").asText()).isEqualTo("exact");
  }

  @Test
  void aProcessIsPredictedByCalibrationAndSaysWhatWasMeasured() {
    Ended ended = networkOf("lenet", "--model", "dl4j", "--batch", "64");
    JsonNode process =
        networkOf("lenet", "--model", "dl4j", "--batch", "64", "--output", "json")
            .json()
            .path("process");

    assertThat(ended.out())
        .contains("process", "calibrated on the CPU backend", "of a GPU nothing was measured");
    assertThat(process.at("/terms/1/basis").asText()).isEqualTo("calibrated");
    assertThat(process.path("withMargin").asLong()).isGreaterThan(process.path("bytes").asLong());
  }

  @Test
  void aPageOfBarsStandsForItself() throws IOException {
    Path page = folder.resolve("lenet.html");
    Ended ended = networkOf("lenet", "--model", "dl4j", "--batch", "64", "--page", page.toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(Cli.read(page))
        .contains("WS_LAYER_WORKING_MEM", "width: 100%", "its process", "calibrated", "batch 64")
        .doesNotContain("<script", "http");
  }

  @Test
  void badInputGetsOneLine() {
    assertThat(networkOf("lenet", "--model", "dl4j", "--batch", "0").errors())
        .singleElement()
        .asString()
        .contains("--batch 0: not above 0");
    assertThat(networkOf("lenet", "--model", "dl4j", "--input", "1,-28,28").errors())
        .singleElement()
        .asString()
        .contains("is no shape");
    assertThat(networkOf("lenet", "--model", "textbook").errors())
        .singleElement()
        .asString()
        .contains("use --model dl4j");
    assertThat(networkOf("absent", "--model", "dl4j").errors())
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  private static Ended networkOf(String name, String... more) {
    return Cli.run(
        List.of(
            "estimate",
            "--network",
            Path.of(Cli.example("demo"))
                .resolveSibling("../networks/" + name + ".json")
                .toString()),
        more);
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
