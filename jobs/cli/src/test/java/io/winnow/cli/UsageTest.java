package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                   | Missing required subcommand",
        "bogus                                | 'bogus'",
        "run                                  | --config=FILE",
        "run --config                         | --config",
        "run --config a.yaml --bogus          | '--bogus'",
        "run --config a.yaml --output xml     | 'xml' is not one of text, json",
        "run --config a.yaml --run x/y/1      | '--run'",
        "run --config a.yaml                  | a.yaml: no such file",
        "sample --out x                       | --table=demo|walkthrough",
        "sample --table other --out x         | 'other' is not one of demo, walkthrough",
        "sample --table demo --out x --rows 0 | --rows 0",
        "estimate --model textbook            | --network=FILE",
        "estimate --model xmem --network x    | 'xmem' is not one of textbook, dl4j",
        "estimate --model textbook --network x --dtype int8 | 'int8' is not one of float16, float32",
        "estimate --model textbook --network x --batch 0    | x: no such file",
      })
  void badUsageIsOneLineAndExitStatus2(String arguments, String expected) {
    Ended ended = Cli.run(arguments.isEmpty() ? new String[0] : arguments.split(" +"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.errors().get(0)).contains(expected);
  }

  @Test
  void usageErrorsSayWhereHelpIs() {
    assertThat(Cli.run("run").errors().get(0)).endsWith("; see winnow run --help");
  }

  @Test
  void withJsonAFailureIsADocumentToo() {
    Ended ended = Cli.run("run", "--config", "none.yaml", "--output", "json");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out().lines())
        .containsExactly("{\"status\":\"failed\",\"exitCode\":2,\"runId\":null,\"manifest\":null}");
    assertThat(ended.errors()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sample", "prepare", "estimate", "train", "evaluate", "publish", "run"})
  void everyCommandHasHelpWithExamples(String command) {
    Ended ended = Cli.run((command + " --help").strip().split(" "));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("Usage: winnow", "Examples:", "--help", "--debug");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Ended ended = Cli.run("--version");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).matches("winnow \\d+\\.\\d+\\.\\d+( [0-9a-f]{7,}.*)?\\R");
  }

  @Test
  void anIntervalIsAName() {
    Ended ended =
        Cli.run("run", "--config", Cli.example("demo"), "--interval", "../2026", "--dry-run");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("--interval '../2026'");
  }

  @Test
  void secretsAreToldNowhere() throws IOException {
    Ended ended =
        Cli.run(
            "run",
            "--config",
            Cli.example("demo"),
            "--set",
            "source.path=/none;password=c4n4ry/table.csv",
            "--root",
            folder.toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("source.path");
    assertThat(ended.out() + ended.err()).doesNotContain("c4n4ry");
    Path manifest = folder.resolve("runs/demo/manual/1/manifest.json");
    assertThat(Cli.read(manifest)).contains("/none;password=[redacted]").doesNotContain("c4n4ry");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(manifest);
    }
  }

  @Test
  void aLocationWithASecretIsRefusedBeforeAnythingIsWritten() {
    Ended ended =
        Cli.run(
            "run",
            "--config",
            Cli.example("demo"),
            "--set",
            "source.path=s3a://id:c4n4ry@bucket/table.csv",
            "--root",
            folder.toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains("source.path: 's3a://[redacted]@bucket/table.csv': holds a user or a secret");
    assertThat(ended.out() + ended.err()).doesNotContain("c4n4ry");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theStackIsShownOnRequestOnly() {
    assertThat(Cli.run("run", "--config", "none.yaml").err()).doesNotContain("\tat ");
  }
}
