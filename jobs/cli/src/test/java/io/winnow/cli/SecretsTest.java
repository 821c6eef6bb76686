package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets and the cells of a sensitive column stand in nothing that a process prints or writes,
 * whether it ends well or not.
 */
class SecretsTest {
  private static final String IN_ENVIRONMENT = "c4n4ry-of-the-environment";
  private static final String IN_SETTINGS = "c4n4ry-of-spark";
  private static final String IN_URI = "c4n4ry-of-a-uri";
  private static final String IN_CELL = "c4n4ry-of-a-cell";

  @TempDir private Path folder;

  @Test
  void aRunThatEndsWellShowsNone() throws IOException, InterruptedException {
    String ended =
        winnow(
            0,
            "run",
            "--root",
            folder.resolve("root").toString(),
            "--set",
            "source.path=" + table(),
            // What an error or a setting may bring into the open, under a name that says nothing.
            "--set",
            "checks=[{type: set, column: region, values: [%s], severity: warning}]"
                .formatted(IN_ENVIRONMENT));
    assertThat(ended).contains("published").doesNotContain("c4n4ry");
    assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("c4n4ry"));
  }

  @Test
  void aRootWithASecretIsRefusedWithoutIt() {
    Ended ended =
        Cli.run(
            "run",
            "--config",
            Cli.example("demo"),
            "--root",
            "s3a://id:" + IN_URI + "@bucket/root",
            "--output",
            "json");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out() + ended.err())
        .contains("error: ", "root", "credentials come from")
        .doesNotContain("c4n4ry");
  }

  @Test
  void aFailureOfTheStoreShowsNone() throws IOException, InterruptedException {
    String ended = winnow(2, "run", "--debug", "--root", "s3a://%s/root".formatted(IN_ENVIRONMENT));
    assertThat(ended).contains("error: root").doesNotContain("c4n4ry");
  }

  /** Some cells of a column that nobody may see, one of them in a row that is rejected. */
  private Path table() {
    CsvTable table = CsvTable.read(DemoRun.TABLE).first(1000);
    return table
        .with("device", 0, 40, cell -> IN_CELL)
        .with("age", 0, 2, cell -> "forty")
        .write(folder.resolve("table.csv"));
  }

  private String winnow(int exitCode, String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        Child.prepare(
                List.of(
                    "-Dspark.hadoop.fs.s3a.secret.key=" + IN_SETTINGS,
                    "-Dspark.hadoop.fs.s3a.access.key=" + IN_SETTINGS,
                    "-Dspark.hadoop.fs.s3a.endpoint=http://127.0.0.1:1",
                    "-Dspark.hadoop.fs.s3a.attempts.maximum=1",
                    "-Dspark.hadoop.fs.s3a.retry.limit=0"),
                Map.of("AWS_SECRET_ACCESS_KEY", IN_ENVIRONMENT, "AWS_ACCESS_KEY_ID", "nobody"),
                Stream.concat(
                        Stream.of(command),
                        Stream.of(
                            "--config",
                            Cli.example("demo"),
                            "--set",
                            "training.epochs=1",
                            "--set",
                            "gates={}",
                            "--set",
                            "rejects.maxShare=0.1",
                            "--set",
                            "impute.columns={}",
                            "--set",
                            "sensitive.columns.device.action=drop",
                            "--output",
                            "json"))
                    .toArray(String[]::new))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int code = process.waitFor();
    String printed = Cli.read(out);
    assertThat(code).as(printed).isEqualTo(exitCode);
    return printed;
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("root"))) {
      return files.filter(Files::isRegularFile).map(SecretsTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
