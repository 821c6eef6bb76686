package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.prepare.Tables.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies compared on a table that Spark reads, and the choice by that. */
class RecoverPrepareTest {
  private static final Path FOLDER = Path.of("src/test/resources/impute");

  @TempDir static Path folder;

  /** Regression is fitted by a library, whose last digits depend on partitions. */
  @Test
  void theReportIsTheSameOverAnyPartitionsButForRoundingOfRegression() {
    RecoverReport one = report(auto("source.partitions=1"));

    assertThat(one.columns())
        .allSatisfy(column -> assertThat(column.cells()).isPositive())
        .allSatisfy(column -> assertThat(column.scores()).containsKeys("regression", "knn"));
    for (int partitions : new int[] {3, 7}) {
      RecoverReport other = report(auto("source.partitions=" + partitions));
      assertThat(other.rows()).isEqualTo(one.rows());
      for (int i = 0; i < one.columns().size(); i++) {
        assertSame(other.columns().get(i), one.columns().get(i));
      }
    }
  }

  private static void assertSame(RecoveredColumn found, RecoveredColumn expected) {
    assertThat(found.strategy()).isEqualTo(expected.strategy());
    assertThat(List.copyOf(found.scores().keySet()))
        .isEqualTo(List.copyOf(expected.scores().keySet()));
    expected
        .scores()
        .forEach(
            (strategy, score) ->
                assertThat(found.scores().get(strategy))
                    .as("%s by %s", expected.column(), strategy)
                    .isCloseTo(score, within(strategy.equals("regression") ? 1e-9 : 0.0)));
  }

  @Test
  void autoGivesWhatTheStrategiesItTakesGive() {
    Prepared auto = auto("source.partitions=1");
    assertThat(report(auto).columns()).extracting(RecoveredColumn::strategy).contains("regression");
    assertThat(auto.result().features().imputed()).containsKey("pulse");
    List<String> named =
        new ArrayList<>(
            report(auto).columns().stream()
                .map(
                    column ->
                        "impute.columns.%s={strategy: %s}"
                            .formatted(column.column(), column.strategy()))
                .toList());
    named.add("source.partitions=1");

    Prepared declared = prepare(named.toArray(String[]::new));

    assertThat(declared.contentHash()).isEqualTo(auto.contentHash());
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
