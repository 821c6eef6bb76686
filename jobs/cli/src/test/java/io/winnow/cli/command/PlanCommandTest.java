package io.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
  @TempDir private Path folder;

  @Test
  void aPlanThatFitsWritesItsProperties() throws Exception {
    Path file = folder.resolve("lenet.properties");
    Ended ended =
        lenet(
            "--gpu",
            "T4",
            "--gpus",
            "2",
            "--workers",
            "8",
            "--batch",
            "64",
            "--discovery-script",
            "/opt/gpus",
            "--properties",
            file.toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("8 on 2 GPUs, 4 on each", "fits", "They do not divide its memory.");
    Properties properties = new Properties();
    properties.load(new StringReader(Cli.read(file)));
    assertThat(properties)
        .containsEntry("spark.task.resource.gpu.amount", "0.25")
        .containsEntry("spark.executor.cores", "4")
        .containsEntry("spark.executor.resource.gpu.discoveryScript", "/opt/gpus");
  }

  @Test
  void aPlanThatDoesNotFitEndsWithFourAndOneDocument() {
    Path file = folder.resolve("none.properties");
    Ended ended =
        lenet(
            "--cpu-memory",
            "2g",
            "--workers",
            "50",
            "--batch",
            "64",
            "--properties",
            file.toString(),
            "--output",
            "json");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.json().path("fits").asBoolean()).isFalse();
    assertThat(ended.json().path("advice")).isNotEmpty();
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains("50 workers of", "do not fit an executor of 2.0 GiB");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void aPipelineTellsBatchAndWorkers() {
    Ended ended =
        Cli.run(
            "plan",
            "--config",
            Cli.example("demo"),
            "--root",
            folder.toString(),
            "--set",
            "network.input.features=20",
            "--set",
            "network.layers=[{type: output, units: 2}]",
            "--cpu-memory",
            "4g",
            "--output",
            "json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.json().path("batch").asInt()).isEqualTo(64);
    assertThat(ended.json().at("/workers/wanted").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--gpu T44|--gpu 'T44': not in conf/gpus.yaml; near are T4, ",
        "--gpu H100|--gpu 'H100': not supported: compute capability 9.0, but nd4j-cuda-11.6",
        "--gpu T4 --batch 0|--batch 0: not above 0",
        "--gpu T4 --margin 1.5|--margin 1.5: not a share",
        "--gpu T4 --gpus 0|--gpus 0: not above 0",
        "--cpu-memory 4q|--cpu-memory '4q': not a size; write it as 4g or 512m",
        "--cpu-memory 0|--cpu-memory '0': not a size",
        "--gpu T4 --cpu-memory 4g|expected only one match",
        "--batch 1|--gpu=NAME",
      })
  void badUsageGetsOneLine(String options, String message) {
    Ended ended = lenet(options.split(" ", -1));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.errors()).singleElement().asString().contains(message.strip());
  }

  @Test
  void propertiesThatCannotBeWrittenAreTold() {
    assertThat(lenet("--gpu", "T4", "--properties", folder + "/absent/x").errors())
        .singleElement()
        .asString()
        .contains("cannot be written");
  }

  private static Ended lenet(String... more) {
    return Cli.run(
        List.of("plan", "--network", Cli.CHECKOUT.resolve("conf/networks/lenet.json").toString()),
        more);
  }
}
