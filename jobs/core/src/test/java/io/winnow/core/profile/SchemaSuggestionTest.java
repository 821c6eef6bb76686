package io.winnow.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSuggestionTest {
  @TempDir private Path folder;

  @Test
  void typesFollowTheCells() {
    assertThat(column("x", i -> Integer.toString(i % 9)).type()).isEqualTo(ColumnType.INTEGER);
    assertThat(column("x", i -> i % 9 + ".5").type()).isEqualTo(ColumnType.NUMBER);
    assertThat(column("x", i -> "k" + i % 9).type()).isEqualTo(ColumnType.CATEGORY);
    assertThat(column("x", i -> "some text " + i).type()).isEqualTo(ColumnType.TEXT);
    assertThat(column("x", i -> i % 2 == 0 ? "Infinity" : "1").type())
        .isEqualTo(ColumnType.CATEGORY);
  }

  @Test
  void digitsThatAreNoQuantityAreNoNumbers() {
    assertThat(column("zip", i -> "0%d".formatted(1000 + i % 9)).type())
        .isEqualTo(ColumnType.CATEGORY);
    assertThat(column("account", i -> "9007199254740993" + i % 9).type())
        .isEqualTo(ColumnType.CATEGORY);
  }

  @Test
  void markersAmongNumbersAreMissingHoweverFew() {
    ColumnSchema column = column("x", i -> i == 7 ? "N/A" : i % 50 == 3 ? "-" : i + "");

    assertThat(column.type()).isEqualTo(ColumnType.INTEGER);
    assertThat(column.missing()).containsExactly("-", "N/A");
  }

  @Test
  void markersAmongTextsAreMissingWhereTheyAreFrequent() {
    assertThat(column("x", i -> i % 50 == 3 ? "unknown" : "k" + i % 5).missing())
        .containsExactly("unknown");
    assertThat(column("x", i -> i == 3 ? "unknown" : "k" + i % 5).missing()).isEmpty();
  }

  @Test
  void noneIsAValueAmongTexts() {
    assertThat(column("x", i -> i % 5 == 0 ? "none" : "k" + i % 3).missing()).isEmpty();
    assertThat(column("x", i -> i % 5 == 0 ? "none" : "1").missing()).containsExactly("none");
  }

  @Test
  void aSpoiltCellInTwoHundredLeavesAColumnNumeric() {
    assertThat(column("x", i -> i < 2 ? "1o" : i % 7 + "").type()).isEqualTo(ColumnType.INTEGER);
    assertThat(column("x", i -> i < 3 ? "1o" : i % 7 + "").type()).isEqualTo(ColumnType.CATEGORY);
  }

  @Test
  void keysAreUniqueAndNamedOrNumberedLikeKeys() {
    assertThat(column("number", i -> Integer.toString(500 + i)).role()).isEqualTo(Role.KEY);
    assertThat(column("customer_id", i -> "k" + 3 * i).role()).isEqualTo(Role.KEY);
    assertThat(column("customerId", i -> "k" + 3 * i).role()).isEqualTo(Role.KEY);
    assertThat(column("paid", i -> Integer.toString(3 * i)).role()).isEqualTo(Role.FEATURE);
    assertThat(column("id", i -> "k" + Math.max(1, i)).role()).isEqualTo(Role.IGNORE);
    assertThat(column("id", i -> i + ".5").role()).isEqualTo(Role.FEATURE);
  }

  @Test
  void constantAndEmptyColumnsAreLeftOut() {
    assertThat(column("x", i -> "same").role()).isEqualTo(Role.IGNORE);
    assertThat(column("x", i -> null).role()).isEqualTo(Role.IGNORE);
    assertThat(column("x", i -> "?").role()).isEqualTo(Role.IGNORE);
  }

  @Test
  void theFileIsReadBackWhateverTheNames() throws IOException {
    List<String> names = List.of("no", "a: b", "#x", "ü \"q\"", "- y", "12");
    List<SuggestedColumn> columns =
        names.stream().map(name -> suggestion(name, i -> i % 9 == 0 ? "?" : "k" + i % 5)).toList();
    TableSchema table =
        new TableSchema(
            "yes",
            "two\nlines",
            false,
            List.of("n/a", "null"),
            columns.stream().map(SuggestedColumn::schema).toList());
    Path file = Files.writeString(folder.resolve("schema.yaml"), SchemaFile.of(table, columns));

    assertThat(ConfigLoader.loadTable(file)).isEqualTo(table);
  }

  private static ColumnSchema column(String name, IntFunction<String> cells) {
    return suggestion(name, cells).schema();
  }

  private static SuggestedColumn suggestion(String name, IntFunction<String> cells) {
    RowLayout layout = new RowLayout(List.of(), List.of(name));
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      TypedRow row = new TypedRow(layout);
      row.texts[0] = cells.apply(i);
      rows.add(row);
    }
    TableState state = PartedRows.dealt(layout, rows, 3).scan(new TableState(layout));
    return SchemaSuggestion.of(
            state,
            layout,
            null,
            column -> {
              throw new AssertionError("400 values are counted one by one");
            })
        .get(0);
  }
}
