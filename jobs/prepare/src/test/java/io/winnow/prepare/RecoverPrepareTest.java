package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.Json;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.prepare.Tables.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies compared on a table that Spark reads, and the choice by that. */
class RecoverPrepareTest {
  private static final Path FOLDER = Path.of("src/test/resources/impute");

  @TempDir static Path folder;

  private static Prepared one;

  @BeforeAll
  static void compareOnce() {
    one = auto("source.partitions=1");
  }

  @Test
  void theReportAndEveryFillAreTheSameOverAnyPartitions() {
    assertThat(report(one).columns())
        .allSatisfy(column -> assertThat(column.cells()).isPositive())
        .allSatisfy(column -> assertThat(column.scores()).containsKeys("regression", "knn"));
    for (int partitions : new int[] {3, 7}) {
      Prepared other = auto("source.partitions=" + partitions);
      assertThat(Json.pretty(report(other))).isEqualTo(Json.pretty(report(one)));
      assertThat(other.contentHash()).isEqualTo(one.contentHash());
    }
  }

  @Test
  void autoGivesWhatTheStrategiesItTakesGive() {
    assertThat(report(one).columns()).extracting(RecoveredColumn::strategy).contains("regression");
    assertThat(one.result().features().imputed()).containsKey("pulse");
    List<String> named =
        new ArrayList<>(
            report(one).columns().stream()
                .map(
                    column ->
                        "impute.columns.%s={strategy: %s}"
                            .formatted(column.column(), column.strategy()))
                .toList());
    named.add("source.partitions=1");

    Prepared declared = prepare(named.toArray(String[]::new));

    assertThat(declared.contentHash()).isEqualTo(one.contentHash());
    assertThat(declared.result().features().recovered()).isNull();
  }

  private static Prepared auto(String partitions) {
    return prepare(
        "impute.numeric=auto",
        "impute.categorical=auto",
        "impute.recover.enabled=true",
        "impute.recover.share=0.3",
        partitions);
  }

  private static RecoverReport report(Prepared prepared) {
    return Objects.requireNonNull(prepared.result().features().recovered());
  }

  private static Prepared prepare(String... settings) {
    return Tables.prepare(
        folder,
        FOLDER.resolve("patients.yaml"),
        FOLDER.resolve("patients.csv").toString(),
        settings);
  }
}
