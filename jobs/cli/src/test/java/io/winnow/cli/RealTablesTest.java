package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example pipelines on the real tables they are made for. */
class RealTablesTest {
  @TempDir private Path folder;

  @Test
  @Tag("long")
  void adultOnItsOwnSplit() {
    JsonNode manifest = run("adult", TestTables.file("adult.csv.gz"));

    assertThat(manifest.at("/rows/read").asLong()).isEqualTo(48_842);
    assertThat(manifest.at("/rows/exactDuplicates").asLong()).isEqualTo(52);
    assertThat(manifest.at("/features/imputed/occupation").asLong()).isPositive();
    assertThat(manifest.at("/features/clipped/age").asLong()).isPositive();
    assertThat(manifest.at("/features/clipped/hours-per-week").asLong()).isPositive();
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.850);
    assertThat(manifest.at("/metrics/test/rocAuc").asDouble()).isGreaterThanOrEqualTo(0.905);
  }

  @Test
  void adultOnTheGivenSplit() throws IOException {
    Path table =
        TestTables.withSplit(
            TestTables.file("adult.csv.gz"),
            TestTables.file("splits/adult.csv.gz"),
            folder.resolve("adult.csv"));
    JsonNode manifest = run("adult", table, "--set", "split={strategy: column, column: split}");

    assertThat(manifest.at("/split/strategy").asText()).isEqualTo("column");
    // The given split parts 19 of the 52 duplicates from the row that they repeat.
    assertThat(manifest.at("/rows/exactDuplicates").asLong()).isEqualTo(33);
    assertThat(manifest.at("/split/rows/test").asLong()).isEqualTo(4_885);
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.858);
    assertThat(manifest.at("/metrics/test/rocAuc").asDouble()).isGreaterThanOrEqualTo(0.913);
  }

  @Test
  void californiaHousing() {
    JsonNode manifest = run("california-housing", TestTables.file("california_housing.csv.gz"));

    assertThat(manifest.at("/rows/read").asLong()).isEqualTo(20_640);
    assertThat(manifest.at("/features/imputed/total_bedrooms").asLong()).isEqualTo(207);
    assertThat(manifest.at("/features/clipped/population").asLong()).isPositive();
    assertThat(manifest.at("/metrics/test/rmse").asDouble()).isLessThanOrEqualTo(55_000);
    // Bedrooms are nearly a multiple of rooms.
    JsonNode bedrooms = recovered(manifest, "total_bedrooms");
    assertThat(bedrooms.at("/strategy").asText()).isEqualTo("regression");
    assertThat(bedrooms.at("/scores/regression").asDouble()).isBetween(0.1, 0.3);
    assertThat(bedrooms.at("/scores/knn").asDouble()).isBetween(0.3, 0.5);
    assertThat(bedrooms.at("/scores/mean").asDouble()).isBetween(0.95, 1.05);
    assertThat(bedrooms.at("/cells").asLong()).isBetween(1_400L, 1_800L);
  }

  @Test
  void titanic() {
    JsonNode manifest = run("titanic", TestTables.file("titanic.csv.gz"));

    assertThat(manifest.at("/rows/read").asLong()).isEqualTo(891);
    assertThat(manifest.at("/features/imputed/Age").asLong()).isEqualTo(177);
    assertThat(manifest.at("/features/imputed/Embarked").asLong()).isEqualTo(2);
    assertThat(recovered(manifest, "Age").at("/scores/median").asDouble()).isBetween(0.9, 1.1);
    assertThat(recovered(manifest, "Sex").at("/scores/mode").asDouble()).isBetween(0.55, 0.75);
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  @Tag("long")
  void horseColic() {
    JsonNode manifest = run("horse-colic", TestTables.file("horse_colic.csv.gz"));

    assertThat(manifest.at("/rows/read").asLong()).isEqualTo(300);
    assertThat(manifest.at("/features/imputed/nasogastric_reflux_ph").asLong()).isEqualTo(247);
    JsonNode columns = manifest.at("/features/recovered/columns");
    assertThat(columns).hasSize(21);
    assertThat(columns)
        .allSatisfy(column -> assertThat(column.at("/cells").asLong()).isBetween(1L, 80L));
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.63);
  }

  @Test
  @Tag("long")
  void digitsAsImages() throws IOException {
    JsonNode manifest = onGivenSplit("digits8x8", "digits8x8", "digits8x8");

    assertThat(manifest.at("/split/rows/test").asLong()).isEqualTo(180);
    assertThat(manifest.at("/model/reload/verified").asBoolean()).isTrue();
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  @Tag("long")
  void imagesOfMnist() throws IOException {
    JsonNode manifest = onGivenSplit("mnist-a", "mnist_a_30000", "mnist_a");

    assertThat(manifest.at("/split/rows/test").asLong()).isEqualTo(3_000);
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.982);
  }

  @Test
  @Tag("long")
  void rowsOfMnist() throws IOException {
    JsonNode manifest = onGivenSplit("mnist-a-dense", "mnist_a_30000", "mnist_a");

    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  @Tag("long")
  void beijingOnTheGivenSplit() throws IOException {
    JsonNode manifest = onGivenSplit("beijing-pm25", "beijing_pm25", "beijing_pm25");

    assertThat(manifest.at("/split/rows/test").asLong()).isEqualTo(4_176);
    assertThat(manifest.at("/metrics/test/rmse").asDouble()).isLessThanOrEqualTo(49.4);
  }

  @Test
  @Tag("long")
  void adultWithEmbeddedCategories() throws IOException {
    JsonNode manifest = onGivenSplit("adult-embedding", "adult", "adult");

    assertThat(manifest.at("/model/reload/verified").asBoolean()).isTrue();
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.856);
    assertThat(manifest.at("/metrics/test/rocAuc").asDouble()).isGreaterThanOrEqualTo(0.91);
  }

  private JsonNode onGivenSplit(String example, String table, String split, String... more)
      throws IOException {
    Path joined =
        TestTables.withSplit(
            TestTables.file(table + ".csv.gz"),
            TestTables.file("splits/" + split + ".csv.gz"),
            folder.resolve(table + ".csv"));
    return run(
        example,
        joined,
        Stream.concat(
                Stream.of("--set", "split={strategy: column, column: split}"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static JsonNode recovered(JsonNode manifest, String name) {
    return StreamSupport.stream(manifest.at("/features/recovered/columns").spliterator(), false)
        .filter(column -> column.at("/column").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("long")
  void kdd99() {
    JsonNode manifest = run("kdd99", TestTables.file("kddcup99_10pct.csv.gz"));

    assertThat(manifest.at("/rows/read").asLong()).isEqualTo(494_021);
    assertThat(manifest.at("/rows/exactDuplicates").asLong()).isEqualTo(348_435);
    assertThat(manifest.at("/metrics/test/labels"))
        .extracting(JsonNode::asText)
        .containsExactly("normal", "attack");
    assertThat(manifest.at("/features/clipped/src_bytes").asLong()).isPositive();
    assertThat(manifest.at("/metrics/test/accuracy").asDouble()).isGreaterThanOrEqualTo(0.997);
  }

  private JsonNode run(String example, Path table, String... more) {
    Ended ended =
        Cli.run(
            List.of(
                "run",
                "--config",
                Cli.example(example),
                "--set",
                "source.path=" + table,
                "--root",
                folder.resolve("root").toString(),
                "--output",
                "json"),
            more);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.manifest();
  }
}
