package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.StepsConfig;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitFitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One raw row in plain Java, without label, key or Spark. */
class RowFunctionTest {
  private static final String TABLE =
      """
      table: rows
      columns:
        - {name: id, type: category, role: key}
        - {name: x, type: number}
        - {name: who, type: category}
        - {name: at, type: date, role: ignore}
        - {name: note, type: text, role: ignore}
      """;
  private static final Object[][] ROWS = {
    {"1", 1.0, "a", "2026-01-01", "n"},
    {"2", "3", "b", "2026-02-01", "n"},
    {"3", null, "a", "2026-03-01", "n"},
    {"4", 5, null, "2026-04-01", "n"},
    {"5", 500, "b", null, "n"},
  };
  private static final String STEPS =
      "{derive: {columns: {at: {parts: [month]}}}, scale: {strategy: none}%s}";

  private static FittedPipeline fitted(String more) {
    LoadedConfig loaded =
        StepsConfig.read("steps", STEPS.formatted(more))
            .on(ConfigLoader.readTable("schema", TABLE));
    RowLayout layout =
        RowLayout.of(loaded.table(), loaded.pipeline().label(), loaded.pipeline().split());
    RowParser parser =
        new RowParser(loaded.table(), layout, loaded.pipeline().label(), SensitiveCells.NONE);
    List<TypedRow> rows = new ArrayList<>();
    for (Object[] cells : ROWS) {
      TypedRow row = new TypedRow(layout);
      assertThat(parser.parse(cells, row)).isNull();
      rows.add(row);
    }
    return PipelineFitter.fit(
        loaded,
        List.of(),
        SplitFitter.whole().train(PartedRows.whole(layout, rows)),
        new ArrayList<>());
  }

  private static RowPipeline rows(String more) {
    return RowPipeline.of(fitted(more), null, name -> null);
  }

  @Test
  void takesOnlyWhatFeaturesAreMadeOf() {
    RowPipeline rows = rows("");

    assertThat(rows.columns()).containsExactly("x", "who", "at");
    assertThat(dense(rows, "7", "b", "2026-05-09T23:00:00-02:00")).containsExactly(7, 0, 1, 0, 5);
    assertThat(dense(rows, null, null, null)).containsExactly(4, 0, 0, 1, 2.5);
  }

  @Test
  void isTheTransformerOfTheBatch() {
    FittedPipeline pipeline = fitted(", outlier: {columns: {x: {action: clip}}}");
    RowLayout layout = new RowLayout(List.of("x", "at.month"), List.of("who"));
    RowTransformer transformer = new RowTransformer(pipeline, layout);
    FeatureBuffer features = transformer.buffer();
    TypedRow row = new TypedRow(layout);
    row.numbers[0] = 900;
    row.numbers[1] = 12;
    row.texts[0] = "b";
    transformer.transform(row, Split.TEST, new CellEffects(), features);

    assertThat(dense(RowPipeline.of(pipeline, null, name -> null), 900, "b", "2026-12-24"))
        .containsExactly(features.toDense());
  }

  @Test
  void saysWhyARowHasNoFeatures() {
    RowFunction function =
        rows(", encode: {unseen: fail}, outlier: {deleteFrom: all, columns: {x: {action: delete, k: 1}}}, impute: {columns: {who: {strategy: dropRow}}}")
            .function();

    assertThat(function.apply(cells("much", "a", null)))
        .isEqualTo(new RowResult.Invalid("x: 'much' is not a number"));
    assertThat(function.apply(cells(2, "c", null)))
        .isEqualTo(
            new RowResult.Invalid("column 'who': holds a category that does not occur in train"));
    assertThat(function.apply(cells(-700, "a", null)))
        .isEqualTo(new RowResult.LeftOut(RowOutcome.OUTLIER));
    assertThat(function.apply(cells(2, null, null)))
        .isEqualTo(new RowResult.LeftOut(RowOutcome.MISSING));
    assertThat(function.apply(cells(2, "a", null))).isInstanceOf(RowResult.Features.class);
    assertThat(rows("").mayLeaveOut()).isFalse();
  }

  @Test
  void needsTheDonorsAndTheKey() {
    FittedPipeline knn = fitted(", impute: {columns: {x: {strategy: knn}}}");
    assertThatThrownBy(() -> RowPipeline.of(knn, null, name -> null))
        .hasMessage(
            "pipeline 'steps': is filled from neighbours; read knn-donors.bin beside pipeline.json too");
    String hashed = ", sensitive: {columns: {%s: {action: hash}}}";
    FittedPipeline who = fitted(hashed.formatted("who"));
    assertThatThrownBy(() -> RowPipeline.of(who, null, name -> null))
        .hasMessageContaining("environment variable 'WINNOW_HASH_KEY' is not set");
    assertThat(RowPipeline.of(fitted(hashed.formatted("id")), null, name -> null).columns())
        .doesNotContain("id");
  }

  private static double[] dense(RowPipeline rows, @Nullable Object... cells) {
    RowResult result = rows.function().apply(cells);
    return ((RowResult.Features) result).features().toDense();
  }

  private static @Nullable Object[] cells(@Nullable Object... cells) {
    return cells;
  }
}
