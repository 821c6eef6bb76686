package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What bad input gets: one line that names the file, column or key and the value, the exit status
 * of its kind, and no change to what is published.
 */
class BadInputTest {
  @TempDir private Path folder;
  private String published = "";

  @BeforeEach
  void remember() {
    published = DemoRun.pointer();
  }

  @AfterEach
  void whatIsPublishedIsUntouched() {
    assertThat(DemoRun.pointer()).isEqualTo(published);
  }

  @Test
  void aMissingFile() {
    Ended ended = run(folder.resolve("none.csv"));

    assertFailed(ended, 2, "source.path", folder.resolve("none.csv").toString());
    assertThat(ended.manifest().path("status").asText()).isEqualTo("failed");
  }

  @Test
  void anEmptyFile() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));

    assertFailed(run(empty), 3, "source.path", empty.toString(), "empty");
  }

  @Test
  void aHeaderWithoutRows() {
    Path header = CsvTable.read(DemoRun.TABLE).first(0).write(folder.resolve("header.csv"));

    assertFailed(run(header), 3, "source.path", header.toString(), "no rows");
  }

  @Test
  void aColumnThatTheTableLacks() {
    Path table =
        CsvTable.read(DemoRun.TABLE).renamed("plan", "tariff").write(folder.resolve("t.csv"));

    assertFailed(run(table), 2, table.toString(), "'plan'", "tariff");
  }

  @Test
  void aColumnThatTheSchemaLacks() {
    assertFailed(
        run(DemoRun.TABLE, "--set", "outlier.columns.income={}"), 2, "outlier.columns", "'income'");
  }

  @Test
  void oneWrongCellIsOneReject() throws IOException {
    Path table =
        CsvTable.read(DemoRun.TABLE)
            .with("age", 0, 1, cell -> "forty")
            .write(folder.resolve("cell.csv"));
    Ended ended = DemoRun.command("prepare", "--set", "source.path=" + table);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    long before = DemoRun.ENDED.manifest().at("/rows/rejected").asLong();
    assertThat(ended.manifest().at("/rows/rejected").asLong()).isEqualTo(before + 1);
    assertThat(rejects(ended)).contains("age", "forty");
  }

  @Test
  void tooManyRejects() {
    Path table =
        CsvTable.read(DemoRun.TABLE)
            .with("age", 0, 60, cell -> "forty")
            .write(folder.resolve("cells.csv"));
    Ended ended = run(table);

    assertFailed(ended, 3, table.toString(), "rejects.maxShare", "0.01", "age", "forty");
    assertThat(rejects(ended)).contains("age", "forty");
  }

  @Test
  void aColumnWithoutValues() {
    Path table =
        CsvTable.read(DemoRun.TABLE)
            .with("satisfaction", cell -> "?")
            .write(folder.resolve("missing.csv"));

    assertFailed(run(table), 3, "'satisfaction'", "missing");
  }

  @Test
  void aColumnWithoutValuesIsFilledByAConstant() {
    Path table =
        CsvTable.read(DemoRun.TABLE)
            .with("satisfaction", cell -> "NA")
            .write(folder.resolve("missing.csv"));
    Ended ended =
        DemoRun.command(
            "prepare",
            "--set",
            "source.path=" + table,
            "--set",
            "impute.columns.satisfaction={strategy: constant, value: 5}");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void aLabelOfOneClass() {
    Path table =
        CsvTable.read(DemoRun.TABLE)
            .with("churned", cell -> "no")
            .write(folder.resolve("class.csv"));

    assertFailed(run(table), 3, "'churned'", "'no'");
  }

  @Test
  void aMisspeltKey() throws IOException {
    Path config = folder.resolve("demo.yaml");
    Files.writeString(
        config,
        Cli.read(Path.of(Cli.example("demo")))
            .replace("../../schemas", Cli.CHECKOUT.resolve("schemas").toString())
            .replace("dedup:", "dedupe:"));
    Ended ended = Cli.run("run", "--config", config.toString(), "--root", DemoRun.ROOT.toString());

    assertFailed(ended, 2, config.toString(), "dedupe");
    assertFailed(run(DemoRun.TABLE, "--set", "training.epoch=3"), 2, "training", "epoch");
  }

  @Test
  void aWrongValueOfAKey() {
    assertFailed(run(DemoRun.TABLE, "--set", "training.epochs=many"), 2, "training.epochs", "many");
  }

  @Test
  void aRootThatCannotBeWritten() {
    Path below = DemoRun.TABLE.resolve("root");
    Ended ended =
        Cli.run(
            "run", "--config", Cli.example("demo"), "--root", below.toString(), "--output", "json");

    assertFailed(ended, 2, "root", below.toString());
    assertThat(ended.out()).contains("\"manifest\":null");
  }

  @Test
  void aModelThatIsNotGoodEnough() {
    Ended ended = run(DemoRun.TABLE, "--set", "gates.accuracy.min=0.999");

    assertFailed(ended, 6, "gates.accuracy", "below min 0.999");
    assertThat(ended.manifest().path("status").asText()).isEqualTo("refused");
    assertThat(ended.manifest().at("/gates/0/passed").asBoolean()).isFalse();
    assertThat(Path.of(ended.json().path("manifest").asText()).resolveSibling("report/index.html"))
        .content()
        .contains("refused");
  }

  @Test
  void trainingThatLeavesTheNumbers() {
    Ended ended = run(DemoRun.TABLE, "--set", "training.updater={name: sgd, learningRate: 1.0e30}");

    assertFailed(ended, 5, "epoch");
    assertThat(ended.manifest().path("status").asText()).isEqualTo("failed");
    assertThat(ended.manifest().at("/training/stopReason").asText()).isEqualTo("diverged");
  }

  private static Ended run(Path table, String... more) {
    return Cli.run(
        List.of(
            "run",
            "--config",
            Cli.example("demo"),
            "--root",
            DemoRun.ROOT.toString(),
            "--set",
            "source.path=" + table,
            "--set",
            "training.epochs=1",
            "--output",
            "json"),
        more);
  }

  private static void assertFailed(Ended ended, int exitCode, String... fragments) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.errors()).singleElement().asString().contains(fragments);
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  private static String rejects(Ended ended) {
    Path rejects = Path.of(ended.json().path("manifest").asText()).resolveSibling("rejects");
    try (var files = Files.list(rejects)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("part-"))
          .map(Cli::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
