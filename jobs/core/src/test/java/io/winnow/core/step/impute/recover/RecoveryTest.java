package io.winnow.core.step.impute.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.hash.Hash128;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.TrainSplit;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.impute.knn.KnnConfig;
import io.winnow.core.step.impute.knn.KnnConfig.Features;
import io.winnow.core.step.impute.knn.KnnConfig.Scale;
import io.winnow.core.step.impute.knn.NeighbourWeights;
import io.winnow.core.step.impute.recover.Recovery.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final double UNLIMITED = 1e13;

  private final List<Warning> warnings = new ArrayList<>();
  private final RowLayout layout =
      new RowLayout(List.of("grade", "height", "pulse", "weight"), List.of("ward"));
  private final List<TypedRow> rows = new ArrayList<>();
  private JsonNode golden;

  @BeforeEach
  void readTable() throws IOException {
    golden = Json.MAPPER.readTree(Path.of("src/test/resources/impute/recover.json").toFile());
    for (int i = 0; i < golden.get("hashes").size(); i++) {
      TypedRow row = new TypedRow(layout);
      for (int c = 0; c < row.numbers.length; c++) {
        row.numbers[c] =
            golden.get("numbers").get(layout.numbers().get(c)).get(i).asDouble(Double.NaN);
      }
      JsonNode ward = golden.get("ward").get(i);
      row.texts[0] = ward.isNull() ? null : ward.asText();
      JsonNode hash = golden.get("hashes").get(i);
      row.hash = new Hash128(hash.get(0).asLong(), hash.get(1).asLong());
      row.key = new Hash128(0, i);
      rows.add(row);
    }
  }

  /** The hidden cells are found there independently, too. */
  @Test
  void scoresAreThoseOfScikitLearnOnTheSameHiddenCells() {
    RecoverReport report = report(compare(whole(), config(true, UNLIMITED, 0)));

    assertThat(report.rows()).isEqualTo(golden.get("rows").asLong());
    assertThat(report.columns()).hasSize(5);
    for (RecoveredColumn column : report.columns()) {
      JsonNode scores = golden.get("scores").get(column.column());
      assertThat(column.cells()).isEqualTo(golden.get("cells").get(column.column()).asLong());
      assertThat(column.scores()).hasSize(scores.size());
      column
          .scores()
          .forEach(
              (strategy, score) ->
                  assertThat(score)
                      .as("%s of %s", strategy, column.column())
                      .isCloseTo(scores.get(strategy).asDouble(), within(1e-9)));
    }
    assertThat(report.columns().get(0).measure()).isEqualTo("nrmse");
    assertThat(report.columns().get(4).measure()).isEqualTo("accuracy");
  }

  @Test
  void isTheSameToTheBitHoweverTheRowsAreDealtOut() {
    ImputeConfig config = config(true, UNLIMITED, 0);
    RecoverReport whole = report(compare(whole(), config));

    assertThat(PartedRows.everyWay(layout, rows).map(parted -> report(compare(parted, config))))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(report -> assertThat(report).isEqualTo(whole));
  }

  @Test
  void rowsThatOccurTwiceAreHiddenTogetherAndCountOnce() {
    List<TypedRow> twice = new ArrayList<>(rows);
    twice.addAll(rows);
    RecoverReport report =
        report(compare(PartedRows.dealt(layout, twice, 3), config(true, UNLIMITED, 0)));
    RecoverReport once = report(compare(whole(), config(true, UNLIMITED, 0)));

    assertThat(report.rows()).isEqualTo(once.rows());
    assertThat(report.columns().get(1).scores().get("mean"))
        .isEqualTo(once.columns().get(1).scores().get("mean"));
  }

  @Test
  void autoTakesTheBestAndWithinTheMarginTheSimplest() {
    ImputeConfig auto = config(false, UNLIMITED, 0);
    Outcome best = compare(whole(), auto);

    assertThat(report(best).columns())
        .extracting(RecoveredColumn::column)
        .containsExactly("grade", "ward");
    assertThat(best.config().number("grade"))
        .isEqualTo(new ColumnImpute(ImputeStrategy.KNN, null, true));
    assertThat(best.config().category("ward").strategy()).isEqualTo(ImputeStrategy.KNN);
    assertThat(best.config().number("pulse").strategy()).isEqualTo(ImputeStrategy.MEAN);
    assertThat(report(best).columns().get(0).strategy()).isEqualTo("knn");

    Outcome lax = compare(whole(), config(false, UNLIMITED, 9));
    assertThat(lax.config().number("grade").strategy()).isEqualTo(ImputeStrategy.MEDIAN);
    assertThat(lax.config().category("ward").strategy()).isEqualTo(ImputeStrategy.MODE);
  }

  @Test
  void nothingIsComparedWhereNothingAsksForIt() {
    ImputeConfig named =
        config(false, UNLIMITED, 0)
            .with(Map.of("grade", ImputeStrategy.MODE, "ward", ImputeStrategy.MODE));

    Outcome outcome = compare(whole(), named);

    assertThat(outcome.report()).isNull();
    assertThat(outcome.config()).isSameAs(named);
  }

  /** 50 rows among 400 by four columns. */
  @Test
  void theWorkBudgetLimitsTheRowsThatEveryStrategyIsComparedOn() {
    RecoverReport report = report(compare(whole(), config(true, 50 * 400 * 4, 0)));

    assertThat(report.rows()).isEqualTo(50);
    assertThat(report.columns())
        .allSatisfy(column -> assertThat(column.cells()).isBetween(1L, 25L))
        .allSatisfy(column -> assertThat(column.scores()).containsKey("knn"));
  }

  @Test
  void aColumnWithoutCellsToCompareByIsFilledTheSimplestWayAndSaysSo() {
    rows.forEach(row -> row.numbers[0] = 3);
    rows.forEach(row -> row.texts[0] = null);

    Outcome outcome = compare(whole(), config(false, UNLIMITED, 0));

    assertThat(outcome.config().number("grade").strategy()).isEqualTo(ImputeStrategy.MEDIAN);
    assertThat(outcome.config().category("ward").strategy()).isEqualTo(ImputeStrategy.MODE);
    assertThat(report(outcome).columns())
        .allSatisfy(column -> assertThat(column.scores()).isEmpty());
    assertThat(warnings)
        .extracting(Warning::code)
        .containsExactly("RECOVER_NOTHING", "RECOVER_NOTHING");
  }

  @Test
  void aNumberOfTooManyDifferentValuesIsNotTriedWithItsMode() {
    List<TypedRow> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      TypedRow row = new TypedRow(layout);
      row.numbers[1] = i;
      row.numbers[2] = i % 4000;
      row.hash = new Hash128(i, -i);
      many.add(row);
    }
    ImputeConfig config = config(true, UNLIMITED, 0);

    assertThat(PartedRows.everyWay(layout, many).map(parted -> report(compare(parted, config))))
        .allSatisfy(
            report -> {
              assertThat(report.columns().get(1).scores()).doesNotContainKey("mode");
              assertThat(report.columns().get(2).scores()).containsKey("mode");
            });
  }

  private Rows whole() {
    return PartedRows.whole(layout, rows);
  }

  private Outcome compare(Rows table, ImputeConfig config) {
    return Recovery.compare(
        config,
        golden.get("seed").asLong(),
        TrainSplit.of(table),
        layout.numbers(),
        layout.texts(),
        null,
        warnings);
  }

  private static RecoverReport report(Outcome outcome) {
    return Objects.requireNonNull(outcome.report());
  }

  private ImputeConfig config(boolean enabled, double maxWork, double margin) {
    return new ImputeConfig(
        ImputeStrategy.MEAN,
        ImputeStrategy.AUTO,
        false,
        Map.of("grade", new ColumnImpute(ImputeStrategy.AUTO, null, true)),
        new KnnConfig(
            golden.get("k").asInt(),
            NeighbourWeights.UNIFORM,
            Features.NUMERIC,
            null,
            Scale.STANDARD,
            maxWork,
            1 << 20),
        StepTable.PREDICTORS,
        new RecoverConfig(
            enabled, golden.get("share").asDouble(), golden.get("maxCells").asInt(), margin));
  }
}
