package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.Split;
import io.winnow.core.split.TrainSplit;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.step.select.FeatureSelector;
import io.winnow.core.step.select.FittedSelection.Dropped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  private static final Path TABLE = Path.of("src/test/resources/select/selection.csv");
  private static final List<String> COLUMNS =
      List.of("a", "b", "c", "few", "still", "quiet", "own", "place", "label", "score");
  private static final List<String> CLASSES = List.of("high", "low", "mid");
  private static final String ALL =
      "{variance: {min: 0.001}, correlation: {max: 0.9}, mutualInformation: {top: 3}}";

  @TempDir Path folder;
  private final List<Warning> warnings = new ArrayList<>();
  private List<String> lines = List.of();

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/select/selection.json");
  }

  @BeforeEach
  void read() throws IOException {
    List<String> all = Files.readAllLines(TABLE);
    lines = all.subList(1, all.size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatStaysIsWhatScikitLearnAndNumPySay(JsonNode golden) {
    FittedPipeline fitted =
        fit(load(golden.get("label").textValue(), golden.get("select").textValue(), COLUMNS));

    assertThat(names(fitted))
        .isEqualTo(GoldenCases.stream(golden.get("kept")).map(JsonNode::textValue).toList());
    List<Dropped> dropped = dropped(fitted);
    assertThat(dropped).hasSize(golden.get("dropped").size());
    for (int i = 0; i < dropped.size(); i++) {
      JsonNode expected = golden.get("dropped").get(i);
      assertThat(dropped.get(i).feature()).isEqualTo(expected.get("feature").textValue());
      assertThat(dropped.get(i).with()).isEqualTo(expected.path("with").textValue());
      assertThat(dropped.get(i).value())
          .as(dropped.get(i).feature())
          .isCloseTo(expected.get("value").doubleValue(), within(1e-9));
    }
  }

  @Test
  void partitionsAndTheOrderOfRowsChangeNoBit() {
    for (String label : List.of("label", "score")) {
      LoadedConfig loaded = load(label, ALL, COLUMNS);
      byte[] whole = fit(loaded).toJson();

      PartedRows.everyWay(layout(loaded), rows(loaded))
          .forEach(parts -> assertThat(fit(loaded, parts).toJson()).isEqualTo(whole));
    }
  }

  @Test
  void whatCorrelatesWithNothingBeforeItDoesNotDependOnTheOrderOfColumns() {
    List<String> reversed = new ArrayList<>(COLUMNS);
    Collections.reverse(reversed);
    String select = "{variance: {min: 0.001}, mutualInformation: {top: 3}}";

    Map<String, Double> values = new TreeMap<>();
    dropped(fit(load("label", select, COLUMNS)))
        .forEach(dropped -> values.put(dropped.feature(), dropped.value()));
    Map<String, Double> others = new TreeMap<>();
    dropped(fit(load("label", select, reversed)))
        .forEach(dropped -> others.put(dropped.feature(), dropped.value()));
    assertThat(others).isEqualTo(values).isNotEmpty();
  }

  @Test
  void aRowHasTheSelectedFeaturesAndNoOthers() {
    LoadedConfig loaded = load("label", ALL, COLUMNS);
    FittedPipeline selected = FittedPipeline.read("pipeline.json", fit(loaded).toJson());
    FittedPipeline whole = fit(load("label", null, COLUMNS));

    assertThat(selected.width()).isEqualTo(3);
    for (TypedRow row : rows(loaded).subList(0, 20)) {
      double[] all = features(whole, loaded, row);
      double[] few = features(selected, loaded, row);
      for (int i = 0; i < few.length; i++) {
        assertThat(few[i]).isEqualTo(all[names(whole).indexOf(names(selected).get(i))]);
      }
    }
  }

  @Test
  void withoutSelectNothingIsSaidOfIt() {
    FittedPipeline fitted = fit(load("label", null, COLUMNS));

    assertThat(fitted.selection()).isNull();
    assertThat(new String(fitted.toJson(), StandardCharsets.UTF_8)).doesNotContain("selection");
  }

  @Test
  void oneRowHasNoVarianceAndNothingIsLeft() {
    lines = lines.subList(0, 1);

    assertThatThrownBy(() -> fit(load("label", "{variance: {min: 0}}", COLUMNS)))
        .hasMessage(
            "select: no feature is left of 8; the last one, 'place=x', was dropped by select.variance at 0.0; loosen that limit");
    assertThat(names(fit(load("label", "{correlation: {max: 0.5}}", COLUMNS)))).hasSize(8);
    assertThat(names(fit(load("label", "{mutualInformation: {top: 2}}", COLUMNS))))
        .containsExactly("a", "b");
  }

  @Test
  void withoutTrainRowsNothingIsDropped() {
    LoadedConfig loaded = load("label", ALL, COLUMNS);
    FittedPipeline whole = fit(load("label", null, COLUMNS));
    PartedRows none = PartedRows.whole(layout(loaded), List.of());

    assertThat(
            FeatureSelector.fit(
                    Objects.requireNonNull(loaded.pipeline().select()),
                    new EncodedTrain(whole, TrainSplit.of(none), null),
                    warnings)
                .dropped())
        .isEmpty();
  }

  private LoadedConfig load(String label, @Nullable String select, List<String> columns) {
    StringBuilder table = new StringBuilder("table: t\ncolumns:\n");
    for (String column : columns) {
      boolean text = column.equals("place") || column.equals("label");
      boolean isTarget = column.equals("label") || column.equals("score");
      table.append(
          "  - {name: %s, type: %s, role: %s}%n"
              .formatted(
                  column,
                  text ? "category" : "number",
                  column.equals(label) ? "label" : isTarget ? "ignore" : "feature"));
    }
    try {
      Files.writeString(folder.resolve("table.yaml"), table);
      Path file =
          Files.writeString(
              folder.resolve("pipeline.yaml"),
              """
              pipeline: t
              root: r
              source: {path: t.csv}
              schema: table.yaml
              label: {column: %s}
              scale: {strategy: none}
              """
                  .formatted(label));
      return ConfigLoader.load(file, select == null ? List.of() : List.of("select=" + select));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RowLayout layout(LoadedConfig loaded) {
    return RowLayout.of(loaded.table(), loaded.pipeline().label(), loaded.pipeline().split());
  }

  private List<TypedRow> rows(LoadedConfig loaded) {
    RowParser parser =
        new RowParser(
            loaded.table(), layout(loaded), loaded.pipeline().label(), SensitiveCells.NONE);
    List<TypedRow> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = List.of(line.split(",", -1));
      TypedRow row = new TypedRow(layout(loaded));
      Object[] ordered =
          loaded.table().names().stream().map(name -> cells.get(COLUMNS.indexOf(name))).toArray();
      assertThat(parser.parse(ordered, row)).isNull();
      rows.add(row);
    }
    return rows;
  }

  private FittedPipeline fit(LoadedConfig loaded) {
    return fit(loaded, PartedRows.whole(layout(loaded), rows(loaded)));
  }

  private FittedPipeline fit(LoadedConfig loaded, PartedRows rows) {
    boolean isClass = loaded.pipeline().label().column().equals("label");
    return PipelineFitter.fit(loaded, isClass ? CLASSES : List.of(), TrainSplit.of(rows), warnings);
  }

  private static double[] features(FittedPipeline fitted, LoadedConfig loaded, TypedRow row) {
    RowTransformer transformer = new RowTransformer(fitted, layout(loaded));
    FeatureBuffer features = transformer.buffer();
    transformer.transform(row, Split.TEST, new CellEffects(), features);
    return features.toDense();
  }

  private static List<String> names(FittedPipeline fitted) {
    return fitted.features().stream().map(FittedFeature::name).toList();
  }

  private static List<Dropped> dropped(FittedPipeline fitted) {
    return Objects.requireNonNull(fitted.selection()).dropped();
  }
}
