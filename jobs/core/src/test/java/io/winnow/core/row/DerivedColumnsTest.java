package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.statistics.GoldenCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that are computed when a row is read. */
class DerivedColumnsTest {
  private static final String PARTS =
      "parts: [minute, hour, year, month, quarter, dayOfMonth, dayOfWeek, dayOfYear]";

  @TempDir Path folder;

  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/derive/parts.json");
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("table.yaml"),
        """
        table: t
        missing: ["?"]
        columns:
          - {name: d, type: date, role: ignore}
          - {name: x, type: number}
          - {name: y, type: category, role: label}
        """);
    Files.writeString(
        folder.resolve("pipeline.yaml"),
        "{pipeline: t, root: r, source: {path: t.csv}, schema: table.yaml, label: {column: y}}");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPartIsThatOfPandas(JsonNode golden) {
    String time = golden.get("name").textValue();
    for (boolean cyclic : new boolean[] {false, true}) {
      LoadedConfig loaded = load("derive.columns.d={%s, cyclic: %s}".formatted(PARTS, cyclic));
      TypedRow row = read(loaded, time, "1", "a");
      List<String> derived =
          loaded.table().columns().stream()
              .filter(column -> column.derived() != null)
              .map(ColumnSchema::name)
              .toList();

      assertThat(derived).hasSize(cyclic ? 1 + 2 * 7 : 8);
      for (String name : derived) {
        assertThat(row.numbers[layout(loaded).number(name)])
            .as(name)
            .isCloseTo(golden.get("columns").get(name).doubleValue(), within(1e-14));
      }
    }
  }

  @Test
  void theyStandBehindTheColumnsThatAreReadInTheOrderOfTheCalendar() {
    LoadedConfig loaded = load("derive.columns.d={parts: [hour, month, year], cyclic: true}");

    assertThat(loaded.table().names())
        .containsExactly(
            "d", "x", "y", "d.year", "d.month.sin", "d.month.cos", "d.hour.sin", "d.hour.cos");
    assertThat(loaded.table().source().names()).containsExactly("d", "x", "y");
    assertThat(layout(loaded).texts()).containsExactly("y");
    assertThat(layout(loaded).numbers())
        .containsExactly("x", "d.year", "d.month.sin", "d.month.cos", "d.hour.sin", "d.hour.cos");
  }

  @Test
  void aMissingDateHasMissingPartsAndLeavesNothingOfTheRowBefore() {
    LoadedConfig loaded = load("derive.columns.d={parts: [year]}");
    RowParser parser = parser(loaded);
    TypedRow row = new TypedRow(layout(loaded));

    assertThat(parser.parse(new Object[] {"2026-11-23", "1", "a"}, row)).isNull();
    assertThat(row.numbers).containsExactly(1, 2026);
    assertThat(parser.parse(new Object[] {"?", "1", "a"}, row)).isNull();
    assertThat(row.numbers).containsExactly(1, Double.NaN);
  }

  @Test
  void theyChangeNoHash() {
    LoadedConfig plain = load("split.seed=1");
    LoadedConfig derived = load("derive.columns.d={parts: [year, month]}");

    assertThat(read(derived, "2026-11-23", "1", "a").hash)
        .isEqualTo(read(plain, "2026-11-23", "1", "a").hash);
    assertThat(read(derived, "2026-11-23", "1", "a").key)
        .isEqualTo(read(plain, "2026-11-23", "1", "a").key);
  }

  @Test
  void whatIsNoDateRejectsTheRow() {
    for (String text : List.of("23.11.2026", "2026-02-30", "2026-11", "2026-11-23T25:00")) {
      Reject reject =
          parser(load("split.seed=1"))
              .parse(new Object[] {text, "1", "a"}, new TypedRow(layout(load("split.seed=1"))));

      assertThat(reject).isNotNull();
      assertThat(reject.reason())
          .isEqualTo(
              "d: '%s' is no ISO date or time, such as 2026-11-23T04:30:00Z".formatted(text));
    }
  }

  private LoadedConfig load(String setting) {
    return ConfigLoader.load(folder.resolve("pipeline.yaml"), List.of(setting));
  }

  private static RowLayout layout(LoadedConfig loaded) {
    return RowLayout.of(loaded.table(), loaded.pipeline().label(), loaded.pipeline().split());
  }

  private static RowParser parser(LoadedConfig loaded) {
    return new RowParser(
        loaded.table(), layout(loaded), loaded.pipeline().label(), SensitiveCells.NONE);
  }

  private static TypedRow read(LoadedConfig loaded, @Nullable Object... cells) {
    TypedRow row = new TypedRow(layout(loaded));
    assertThat(parser(loaded).parse(cells, row)).isNull();
    return row;
  }
}
