package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  @TempDir private Path folder;
  private Path table = Path.of("");

  @BeforeEach
  void generate() {
    table = folder.resolve("demo.csv");
    Cli.run("sample", "--table", "demo", "--rows", "50", "--out", table.toString());
  }

  @Test
  void thePlanTellsWhatWouldHappenAndNothingDoes() throws IOException {
    Ended ended = plan("--root", folder.resolve("root").toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains(
            "run of pipeline demo, interval manual",
            table + "  ",
            "remove exact duplicates",
            "stratified, train/validation/test 0.8/0.1/0.1, seed 1",
            "monthly_charge (iqr 3.0, delete)",
            "over 12 numbers and 8 categories",
            "dense1",
            "at most 12 epochs",
            "rocAuc >= 0.8");
    assertThat(ended.err()).isEmpty();
    assertThat(folder.toFile().list()).containsExactly("demo.csv");
  }

  @Test
  void componentsArePlannedInPlaceOfTheirColumns() {
    assertThat(
            plan(
                    "--root",
                    folder.resolve("root").toString(),
                    "--set",
                    "pca={components: 2, columns: [monthly_charge, data_gb, age]}")
                .out())
        .contains("principal components: 2", "over 11 numbers and 8 categories");
    assertThat(plan("--root", folder.resolve("root").toString(), "--set", "pca.variance=0.9").out())
        .contains(
            "principal components: more than 0.9 of the variance", "at least, over 1 numbers");
  }

  @Test
  void withJsonThePlanIsOneDocument() {
    Ended ended = plan("--root", folder.resolve("root").toString(), "--output", "json");

    assertThat(ended.json().path("status").asText()).isEqualTo("planned");
    assertThat(ended.json().path("exitCode").asInt()).isZero();
    assertThat(ended.json().at("/plan/gates").asText()).isEqualTo("rocAuc >= 0.8");
  }

  @Test
  void aMissingTableIsFound() {
    Ended ended =
        plan("--root", folder.toString(), "--set", "source.path=" + folder.resolve("none.csv"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("source.path", "none.csv");
  }

  @Test
  void aMissingColumnIsFound() throws IOException {
    Files.writeString(table, Cli.read(table).replaceFirst("tenure_months", "tenure"));
    Ended ended = plan("--root", folder.toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("'tenure_months'", "tenure");
  }

  @Test
  void aRootBelowAFileIsFound() {
    Ended ended = plan("--root", table.resolve("root").toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains("root: '" + table.resolve("root") + "'", "is a file");
  }

  @Test
  void aNetworkThatCannotBeTrainedIsFound() {
    Ended ended =
        plan("--root", folder.toString(), "--set", "network.layers.2={type: dense, units: 2}");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors()).singleElement().asString().contains("network.layers", "output");
  }

  @Test
  void aBatchThatDoesNotFitIsRefusedWithTheLargestThatDoes() {
    String root = folder.resolve("root").toString();
    Ended planned =
        plan("--root", root, "--set", "memory.perWorker=64m", "--set", "training.batch=65536");
    Ended run =
        Cli.run(
            "run",
            "--config",
            Cli.example("demo"),
            "--root",
            root,
            "--set",
            "source.path=" + table,
            "--set",
            "memory.perWorker=64m",
            "--set",
            "training.batch=65536");

    assertThat(planned.exitCode()).isEqualTo(4);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(
            "training.batch 65536", "memory.perWorker is 64.0 MiB", "largest batch that fits");
    assertThat(folder.resolve("root")).doesNotExist();
  }

  private Ended plan(String... more) {
    return Cli.run(
        List.of(
            "run", "--config", Cli.example("demo"), "--dry-run", "--set", "source.path=" + table),
        more);
  }
}
