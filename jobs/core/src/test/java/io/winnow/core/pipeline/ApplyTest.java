package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.hash.ContentHash;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.statistics.GoldenCases;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the fitted pipeline makes of the messy table, against Python and scikit-learn. */
class ApplyTest {
  private static final JsonNode EXPECTED = People.expected();
  private static final People PEOPLE = People.read();
  private static final FittedPipeline PIPELINE = PEOPLE.fit();

  @Test
  void everyFeatureOfEveryRowIsThatOfTheOracleToTheBit() {
    Map<String, double[]> prepared = new TreeMap<>();
    ContentHash hash = prepare(PEOPLE, PIPELINE, prepared);

    for (JsonNode row : EXPECTED.get("prepared")) {
      assertThat(prepared.get(row.get("rowKey").asText()))
          .as(row.get("rowKey").asText())
          .isEqualTo(GoldenCases.doubles(row.get("features")));
    }
    assertThat(hash.hex()).isEqualTo(EXPECTED.get("contentHash").asText());
  }

  @Test
  void aPipelineThatWasReadBackDoesTheSame() {
    FittedPipeline read = FittedPipeline.read("pipeline.json", PIPELINE.toJson());

    assertThat(prepare(PEOPLE, read, new TreeMap<>()).hex())
        .isEqualTo(EXPECTED.get("contentHash").asText());
  }

  /** Rows as prepared data has them; each is read from a copy, since steps change rows in place. */
  private static ContentHash prepare(
      People people, FittedPipeline pipeline, Map<String, double[]> prepared) {
    RowTransformer transformer = new RowTransformer(pipeline, people.layout);
    FeatureBuffer features = transformer.buffer();
    LabelReader labels = LabelReader.of(people.layout, pipeline.label());
    SplitAssignment splits = people.splits(people.whole());
    ContentHash hash = new ContentHash();
    for (TypedRow original : people.rows) {
      TypedRow row = new TypedRow(people.layout);
      System.arraycopy(original.numbers, 0, row.numbers, 0, row.numbers.length);
      System.arraycopy(original.texts, 0, row.texts, 0, row.texts.length);
      Split split = splits.of(row).orElseThrow();
      double label = labels.label(row);
      String id = String.valueOf(row.texts[people.layout.text("id")]);
      if (transformer.transform(row, split, new CellEffects(), features) == RowOutcome.PREPARED) {
        assertThat(features.toDense()).hasSize(pipeline.width());
        prepared.put(id, features.toDense());
        hash.add(split.key(), id, label, features.toDense());
      }
    }
    return hash;
  }

  @Test
  void countsAreThoseOfTheOracleHoweverTheRowsAreDealtOut() {
    PartedRows.everyWay(PEOPLE.layout, PEOPLE.rows)
        .map(rows -> applied(PEOPLE, PIPELINE, rows))
        .forEach(
            applied -> {
              assertCells(applied, Effect.IMPUTED, "imputedCells");
              assertCells(applied, Effect.CLIPPED, "clippedCells");
              assertCells(applied, Effect.OUTLIER, "outlierCells");
              assertCells(applied, Effect.UNSEEN, "unseenCells");
              for (Split split : Split.values()) {
                assertThat(applied.of(split).assigned())
                    .isEqualTo(EXPECTED.get("assigned").get(split.key()).longValue());
                assertThat(applied.of(split).rows())
                    .isEqualTo(EXPECTED.get("rows").get(split.key()).longValue())
                    .isEqualTo(applied.of(split).classes().total());
              }
              assertThat(applied.unassigned()).isZero();
            });
  }

  private static void assertCells(ApplyState applied, Effect effect, String name) {
    Map<String, Long> expected = new TreeMap<>();
    EXPECTED
        .get(name)
        .properties()
        .forEach(column -> expected.put(column.getKey(), column.getValue().longValue()));
    assertThat(applied.effects().cells(effect)).isEqualTo(expected);
  }

  @Test
  void rowsAreDeletedFromTrainUnlessFromAll() {
    People people = People.read("outlier.deleteFrom=all");
    ApplyState fromTrain = applied(PEOPLE, PIPELINE, PEOPLE.whole());
    ApplyState fromAll = applied(people, people.fit(), people.whole());

    for (Split split : Split.values()) {
      long outliers = outliers(split);
      assertThat(outliers).as("outliers in " + split).isPositive();
      assertThat(fromAll.of(split).assigned()).isEqualTo(fromTrain.of(split).assigned());
      assertThat(fromAll.of(split).rows()).isEqualTo(fromAll.of(split).assigned() - outliers);
    }
    assertThat(fromTrain.of(Split.TRAIN).rows()).isEqualTo(fromAll.of(Split.TRAIN).rows());
    assertThat(fromTrain.of(Split.TEST).rows()).isEqualTo(fromTrain.of(Split.TEST).assigned());
  }

  private static long outliers(Split split) {
    double upper = EXPECTED.at("/columns/income/outlier/upper").doubleValue();
    int income = PEOPLE.layout.number("income");
    SplitAssignment splits = PEOPLE.splits(PEOPLE.whole());
    return PEOPLE.rows.stream()
        .filter(row -> splits.of(row).orElseThrow() == split && row.numbers[income] > upper)
        .count();
  }

  @Test
  void rowsOfNoSplitAreCountedAndLeftOut() {
    People people =
        People.read(
            PEOPLE.loaded,
            cells -> {
              cells.replace("part", "test", "holdout");
              return cells;
            });
    ApplyState applied = applied(people, PIPELINE, people.whole());

    assertThat(applied.unassigned()).isEqualTo(EXPECTED.at("/assigned/test").longValue());
    assertThat(applied.of(Split.TEST).assigned()).isZero();
  }

  private static ApplyState applied(People people, FittedPipeline pipeline, Rows rows) {
    return rows.scan(new ApplyState(pipeline, people.layout, people.splits(rows)));
  }
}
