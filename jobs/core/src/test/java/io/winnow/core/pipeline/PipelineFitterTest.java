package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.ApplyState.SplitCount;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.split.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fitted pipeline of the messy table, against Python, NumPy and scikit-learn. */
class PipelineFitterTest {
  private static final JsonNode EXPECTED = People.expected();
  private static final People PEOPLE = People.read();

  @Test
  void everyStatisticIsThatOfTheOracleToTheBitHoweverTheRowsAreDealtOut() {
    PartedRows.everyWay(PEOPLE.layout, PEOPLE.rows)
        .map(rows -> json(PEOPLE.fit(rows, new ArrayList<>())))
        .forEach(
            fitted -> {
              EXPECTED
                  .get("columns")
                  .properties()
                  .forEach(
                      column ->
                          assertThat(fitted.get("columns").get(column.getKey()))
                              .as(column.getKey())
                              .isEqualTo(column.getValue()));
              assertThat(fitted.get("columns")).hasSameSizeAs(EXPECTED.get("columns"));
              assertThat(fitted.get("features")).isEqualTo(EXPECTED.get("features"));
            });
  }

  @Test
  void warnsOfColumnsThatGetNoFencesOrTellNothing() {
    List<Warning> warnings = new ArrayList<>();
    PEOPLE.fit(PEOPLE.whole(), warnings);

    assertThat(warnings)
        .containsExactly(
            new Warning(
                "IQR_ZERO",
                "column 'hours': both quartiles are 40.0, so it has no fences; set outlier.zeroIqr=apply to treat every other value as an outlier"),
            new Warning(
                "CONSTANT_COLUMN",
                "column 'flat': is constant in train and tells nothing; give it role ignore"));
  }

  /** No cell of a row outside train may have any influence, nor may the number of such rows. */
  @Test
  void nothingLeaksFromValidationAndTest() {
    FittedPipeline fitted = PEOPLE.fit();
    People disguised =
        People.read(
            PEOPLE.loaded,
            cells ->
                cells.get("part").equals("train")
                    ? cells
                    : new HashMap<>(Map.of("id", cells.get("id"), "part", "test", "age", "99999")));

    assertThat(disguised.fit().toJson()).isEqualTo(fitted.toJson());

    People alone = People.read(PEOPLE.loaded);
    alone.rows.removeIf(row -> !"train".equals(row.texts[alone.layout.text("part")]));
    assertThat(alone.rows).hasSize(EXPECTED.at("/assigned/train").intValue());
    assertThat(alone.fit().toJson()).isEqualTo(fitted.toJson());
  }

  @Test
  void aChangeInTrainDoesChangeIt() {
    UnaryOperator<Map<String, String>> older =
        cells -> {
          Map<String, String> changed = new HashMap<>(cells);
          changed.computeIfPresent("reading", (name, cell) -> "1");
          return cells.get("id").equals("p0000") ? changed : cells;
        };

    assertThat(People.read(PEOPLE.loaded, older).fit().toJson())
        .isNotEqualTo(PEOPLE.fit().toJson());
  }

  @Test
  void theOrderOfTheColumnsChangesNothingInAnyColumn() {
    FittedPipeline reversed = People.read(reversed(PEOPLE.loaded)).fit();

    assertThat(json(reversed).get("columns")).isEqualTo(json(PEOPLE.fit()).get("columns"));
    List<FittedFeature> names = new ArrayList<>(PEOPLE.fit().features());
    assertThat(reversed.features()).isNotEqualTo(names).containsExactlyInAnyOrderElementsOf(names);
  }

  private static LoadedConfig reversed(LoadedConfig loaded) {
    TableSchema table = loaded.table();
    List<ColumnSchema> columns = new ArrayList<>(table.columns());
    Collections.reverse(columns);
    return new LoadedConfig(
        loaded.file(),
        loaded.pipeline(),
        new TableSchema(table.table(), table.description(), table.trim(), table.missing(), columns),
        loaded.sha256(),
        loaded.tree());
  }

  @Test
  void zeroIqrMayBeAppliedAllTheSame() {
    FittedPipeline fitted = People.read("outlier.zeroIqr=apply").fit();

    JsonNode outlier = json(fitted).at("/columns/hours/outlier");
    assertThat(outlier.get("lower").doubleValue()).isEqualTo(40);
    assertThat(outlier.get("upper").doubleValue()).isEqualTo(40);
    // Clipped to one value, the column is constant.
    assertThat(json(fitted).at("/columns/hours/scale/standardDeviation").doubleValue()).isOne();
  }

  @Test
  void aFreedomOfOneGivesSparksStandardDeviation() {
    JsonNode zero = json(PEOPLE.fit()).at("/columns/age/scale");
    JsonNode one = json(People.read("scale.ddof=1").fit()).at("/columns/age/scale");

    double n = EXPECTED.at("/rows/train").doubleValue();
    assertThat(one.get("mean")).isEqualTo(zero.get("mean"));
    double ratio =
        one.get("standardDeviation").doubleValue() / zero.get("standardDeviation").doubleValue();
    assertThat(ratio * ratio).isCloseTo(n / (n - 1), Offset.offset(1e-12));
  }

  @Test
  void scalingMayBeSwitchedOff() {
    JsonNode columns = json(People.read("scale.strategy=none").fit()).get("columns");

    assertThat(columns.at("/age/scale").toString()).isEqualTo("{\"strategy\":\"none\"}");
    assertThat(columns.at("/age/impute")).isEqualTo(EXPECTED.at("/columns/age/impute"));
  }

  @ParameterizedTest
  @CsvSource({"age", "job"})
  void refusesAColumnWithoutAnyObservedTrainCell(String column) {
    People people =
        People.read(
            PEOPLE.loaded,
            cells -> {
              if (cells.get("part").equals("train")) {
                cells.put(column, "?");
              }
              return cells;
            });

    assertThatThrownBy(people::fit)
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "column '%s': every cell of train is missing; set impute.columns.%s to {strategy: constant, value: …} or give the column role ignore",
            column, column);
  }

  @Test
  void aConstantFillsAColumnThatIsAllMissing() {
    People people =
        People.read(
            PEOPLE.loaded,
            cells -> {
              cells.put("score", "-999");
              cells.put("plan", "");
              return cells;
            });

    JsonNode columns = json(people.fit()).get("columns");
    assertThat(columns.at("/score/scale/mean").doubleValue()).isEqualTo(-1);
    assertThat(columns.at("/score").has("outlier")).isFalse();
    assertThat(columns.at("/plan/encode/categories").toString()).isEqualTo("[\"unknown\"]");
  }

  @Test
  void everyOtherStrategyComesTogetherInOnePipelineThatCanBeReadBack() {
    String[] settings = {
      "outlier.columns.age={rule: modifiedZScore, action: replace}",
      "outlier.columns.score={rule: zScore, k: 1.5, action: setMissing}",
      "impute.columns.score={strategy: sentinel, indicator: true}",
      "impute.columns.hours.strategy=dropRow",
      "impute.indicator=true",
      "encode.columns={job: {strategy: ordinal}, city: {maxCategories: 2}, plan: {strategy: hash, buckets: 4}}",
      "scale.columns={age: {strategy: robust}, income: {strategy: log}, reading: {strategy: minMax}}"
    };
    People people = People.read(settings);
    FittedPipeline fitted = people.fit();

    assertThat(
            PartedRows.everyWay(people.layout, people.rows)
                .map(rows -> people.fit(rows, new ArrayList<>())))
        .allMatch(fitted::equals);
    assertThat(FittedPipeline.read("pipeline.json", fitted.toJson())).isEqualTo(fitted);
    assertThat(fitted.features())
        .extracting(FittedFeature::name)
        .contains("score=<missing>", "age=<missing>", "city=<rare>", "job", "plan=#3")
        .doesNotContain("hours=<missing>", "job=clerk");
    ApplyState applied =
        people.whole().scan(new ApplyState(fitted, people.layout, people.splits(people.whole())));
    for (Split split : Split.values()) {
      SplitCount count = applied.of(split);
      assertThat(count.dropped()).as("dropped from " + split).isPositive();
      assertThat(count.rows() + count.outliers() + count.dropped()).isEqualTo(count.assigned());
    }
    assertThat(applied.effects().cells(Effect.SET_MISSING)).containsOnlyKeys("score");
    assertThat(applied.effects().cells(Effect.RARE)).containsOnlyKeys("city");
  }

  @Test
  void refusesMoreFeaturesThanAreAllowedAsSoonAsTheVocabulariesAreKnown() {
    assertThatThrownBy(() -> People.read("output.maxFeatures=12").fit())
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "output.maxFeatures: %d features are more than 12; most come from 'city' (4), 'job' (3), 'plan' (3); set encode.columns.<name> to {maxCategories: …}, {strategy: hash} or {strategy: ordinal}, or raise output.maxFeatures",
            PEOPLE.fit().width());
  }

  private static JsonNode json(FittedPipeline pipeline) {
    try {
      return Json.MAPPER.readTree(pipeline.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
