package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.FeatureReport;
import io.winnow.core.manifest.FeatureReport.Unselected;
import io.winnow.core.manifest.RowCounts;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps do to rows and cells, as the night's report has it. */
class StepsTest {
  private static final String CONFIG =
      """
      pipeline: steps
      root: root
      source: {path: table.csv}
      schema: table.yaml
      label: {column: label}
      split: {strategy: column, column: fold}
      """;
  private static final String SCHEMA =
      """
      table: steps
      columns:
        - {name: id, type: category, role: key}
        - {name: x, type: number}
        - {name: c, type: category}
        - {name: label, type: category, role: label}
      """;

  @TempDir Path folder;
  private Path table;

  /**
   * 40 rows of train, 10 of test; every tenth x is missing, and one in train and in test is far
   * out.
   */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("steps.yaml"), CONFIG);
    Files.writeString(folder.resolve("table.yaml"), SCHEMA);
    List<String> lines = new ArrayList<>(List.of("id,x,c,label,fold"));
    for (int i = 0; i < 50; i++) {
      boolean test = i >= 40;
      String x = i % 10 == 0 ? "" : i % 40 == 1 ? "900" : String.valueOf(i % 7);
      String c = test && i % 5 == 4 ? "new" + (i == 44 ? "b" : "a") : i % 3 == 0 ? "r" : "s";
      lines.add(
          "%d,%s,%s,%s,%s".formatted(i, x, c, i % 2 == 0 ? "n" : "y", test ? "test" : "train"));
    }
    table = Files.write(folder.resolve("table.csv"), lines);
  }

  @Test
  void unseenCategoriesFailTheRunOnTheDriverBeforeAnythingIsWritten() throws IOException {
    assertThatThrownBy(() -> prepare("encode.unseen=fail"))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "column 'c': 2 cells hold a category that does not occur in train, such as 'newa'; set encode.unseen=zeros to let them pass");
    try (Stream<Path> files = Files.walk(folder.resolve("root"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .doesNotContain("pipeline.json", "prepared");
    }
  }

  @Test
  void unseenCategoriesAreCountedOtherwise() {
    assertThat(prepare().result().features().unseen()).isEqualTo(Map.of("c", 2L));
  }

  @Test
  void rowsAreDroppedFromEverySplitAndCounted() {
    Prepared prepared = prepare("impute.columns.x.strategy=dropRow");

    RowCounts rows = prepared.result().rows();
    assertThat(rows.droppedMissing()).isEqualTo(5);
    assertThat(rows.outliersDeleted()).isZero();
    assertThat(rows.prepared()).isEqualTo(45);
    assertThat(prepared.result().split().rows())
        .containsEntry("train", 36L)
        .containsEntry("test", 9L);
    assertThat(prepared.result().features().dropped()).isEqualTo(Map.of("x", 5L));
    assertThat(prepared.result().features().imputed()).isEmpty();
  }

  @Test
  void outliersAreReportedByRuleAndAction() {
    String rule = "outlier.columns.x={rule: zScore, action: %s}";
    FeatureReport missing = prepare(rule.formatted("setMissing")).result().features();
    assertThat(missing.outlierRules()).isEqualTo(Map.of("x", "zScore"));
    assertThat(missing.setMissing()).isEqualTo(Map.of("x", 2L));
    assertThat(missing.imputed()).isEqualTo(Map.of("x", 7L));

    FeatureReport replaced = prepare(rule.formatted("replace")).result().features();
    assertThat(replaced.replaced()).isEqualTo(Map.of("x", 2L));
    assertThat(replaced.imputed()).isEqualTo(Map.of("x", 5L));

    RowCounts deleted = prepare(rule.formatted("delete")).result().rows();
    assertThat(deleted.outliersDeleted()).isEqualTo(1);
    assertThat(deleted.prepared()).isEqualTo(49);
  }

  @Test
  void featuresThatAreNotSelectedAreReportedAndNotWritten() {
    Prepared prepared =
        prepare("select={variance: {min: 0.5}}", "impute.indicator=true", "output.layout=columns");

    assertThat(prepared.result().features().count()).isEqualTo(1);
    assertThat(prepared.result().features().unselected())
        .extracting(Unselected::feature, Unselected::rule)
        .containsExactly(
            tuple("x=<missing>", "variance"), tuple("c=s", "variance"), tuple("c=r", "variance"));
    assertThat(LocalSpark.session().read().parquet(prepared.run().path("prepared/test")).columns())
        .hasSize(3);
  }

  @Test
  void selectionAmongFilledFeaturesDoesNotDependOnPartitions() {
    String[] settings = {
      "select={correlation: {max: 0.9}, mutualInformation: {top: 2}}",
      "impute={numeric: knn, knn: {features: all, k: 3}}"
    };
    Prepared one = prepare(settings[0], settings[1], "source.partitions=1");
    Prepared seven = prepare(settings[0], settings[1], "source.partitions=7");

    assertThat(seven.result().pipeline()).isEqualTo(one.result().pipeline());
    assertThat(seven.contentHash()).isEqualTo(one.contentHash());
    assertThat(one.result().features().count()).isEqualTo(2);
  }

  private Prepared prepare(String... settings) {
    return Tables.prepare(folder, folder.resolve("steps.yaml"), table.toString(), settings);
  }
}
