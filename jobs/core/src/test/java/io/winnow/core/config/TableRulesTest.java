package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "{name: a, type: number}, {name: a, type: text, role: key}¦column 'a' is declared twice; remove one",
        "{name: a, type: text}¦column 'a': type text cannot be a feature; use type category or role ignore",
        "{name: a, type: date}¦column 'a': type date cannot be a feature; use role ignore and derive its parts",
        "{name: a, type: number, allowed: [x]}¦column 'a': 'allowed' is for type category; use min and max",
        "{name: a, type: category, min: 1}¦column 'a': min and max are for numeric columns; use 'allowed'",
        "{name: a, type: number, min: 2, max: 1}¦column 'a': min 2.0 is above max 1.0",
        "{name: a, type: float}¦columns.0.type: 'float' is not one of number, integer, category, text, date",
        "{name: a, type: number, role: id}¦columns.0.role: 'id' is not one of feature, label, key, group, weight, sensitive, ignore",
        "{name: a}¦columns.0: key 'type' is missing",
        "{name: a, type: number, unit: m}¦columns.0: unknown key 'unit'; allowed: name, type, role, description, missing, stripSuffix, allowed, min, max",
        "¦columns: [] must have at least 1 items but found 0",
      })
  void saysWhatIsWrongWithATable(String columns, String why) throws IOException {
    Path file = folder.resolve("table.yaml");
    Files.writeString(file, "table: t\ncolumns: [" + (columns == null ? "" : columns) + "]\n");

    assertThatThrownBy(() -> ConfigLoader.loadTable(file))
        .isInstanceOf(WinnowException.class)
        .hasMessage(file + ": " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "{name: label, type: category, role: label}¦schema: 'table.yaml' has no column with role feature; declare one",
        "{name: label, type: category, role: label}, {name: a, type: number}, {name: g, type: text, role: group}, {name: h, type: text, role: group}¦schema: 'h' has role group, as 'g' has; only one column can",
        "{name: label, type: category, role: label}, {name: a, type: number}, {name: w, type: category, role: weight}¦schema: 'w' has role weight; give it type number or integer",
        "{name: label, type: category, role: label}, {name: a, type: number}, {name: v, type: number, role: weight}, {name: w, type: number, role: weight}¦schema: 'w' is a second one with role weight; use role ignore",
        "{name: label, type: text, role: label}, {name: a, type: number}¦label.column: 'label' has type text; use category or a number",
        "{name: label, type: date, role: label}, {name: a, type: number}¦label.column: 'label' has type date; use category or a number",
      })
  void saysWhatATableLacksForAPipeline(String columns, String why) throws IOException {
    Files.writeString(folder.resolve("table.yaml"), "table: t\ncolumns: [" + columns + "]\n");
    Path file = folder.resolve("pipeline.yaml");
    Files.writeString(
        file,
        Files.readString(ConfigFiles.file("minimal.yaml")).replace("people.yaml", "table.yaml"));

    assertThatThrownBy(() -> ConfigLoader.load(file, List.of()))
        .isInstanceOf(WinnowException.class)
        .hasMessage(file + ": " + why);
  }
}
