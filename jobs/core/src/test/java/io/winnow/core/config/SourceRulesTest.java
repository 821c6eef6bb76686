package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRulesTest {
  private static final String DATABASE = "jdbc: {url: 'jdbc:h2:mem:x', table: t}";
  private static final String TABLES = "tables: {a: {path: a.csv}, b: {format: jdbc, " + DATABASE;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{path: a.csv, tables: {a: {path: a.csv}}} | source: needs one of path, jdbc and tables; it has path and tables",
        "{format: jdbc, path: a.csv} | source: format jdbc needs key 'jdbc'",
        "{" + DATABASE + "} | source: key 'jdbc' needs 'format: jdbc'",
        "{tables: {a: {format: orc}, b: {path: b}}, sql: x} | source.tables.a: key 'path' is missing",
        "{format: jdbc, jdbc: {url: 'jdbc:x', table: t, query: q}} | source.jdbc: needs one of table and query",
        "{format: jdbc, jdbc: {url: 'x', table: t}} | source.jdbc.url: 'x' does not match",
        "{format: jdbc, jdbc: {url: 'jdbc:x://h/d?password=s3same', table: t}} | source.jdbc.url: holds a secret",
        "{format: jdbc, jdbc: {url: 'jdbc:x://ann:s3same@h/d', table: t}} | source.jdbc.url: holds a secret",
        "{format: jdbc, jdbc: {url: 'jdbc:x', table: t, partitions: 2}} | stand together or not at all",
        "{path: a.csv, union: {tables: [a, b]}} | source.union: needs source.tables",
        "{" + TABLES + "}}} | source.tables: need one of union, join and sql",
        "{" + TABLES + "}}, sql: x, union: {tables: [a, b]}} | source.tables: need one of union",
        "{"
            + TABLES
            + "}}, union: {tables: [a, c]}} | source.union.tables: 'c' is none of source.tables, which has a, b",
        "{"
            + TABLES
            + "}, c: {path: c}}, union: {tables: [a, b]}} | source.union.tables: takes each of source.tables once: a, b, c",
        "{"
            + TABLES
            + "}}, join: {left: a, right: a, keys: [age]}} | source.join: takes each of source.tables once",
        "{"
            + TABLES
            + "}}, union: {tables: [a, b], allowMissing: [x]}} | source.union.allowMissing: 'x' is not a column of the schema",
        "{tables: {a-b: {path: a}, b: {path: b}}, sql: x} | source.tables: 'a-b' is not a name",
        "{path: a.csv, options: {header: false}} | source.options: unknown key 'header'; allowed: delimiter,",
        "{path: a.txt, format: xml} | source.format: 'xml' is not one of csv, json, parquet, orc, avro, jdbc",
      })
  void refuses(String source, String message) {
    assertThatThrownBy(() -> ConfigFiles.load("minimal.yaml", "source=" + source))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("s3same")
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void saysWhereTablesAre() {
    SourceConfig several =
        ConfigFiles.load("minimal.yaml", "source={" + TABLES + "}}, sql: x}").pipeline().source();
    assertThat(several.described()).isEqualTo("source.tables: 'a.csv, jdbc:h2:mem:x t'");
    assertThat(several.key("b")).isEqualTo("source.tables.b");
    SourceConfig one = ConfigFiles.load("minimal.yaml").pipeline().source();
    assertThat(one.described()).isEqualTo("source.path: 'people.csv'");
    assertThat(one.key(SourceConfig.RAW)).isEqualTo("source");
  }

  @Test
  void putsTheIntervalInEveryTextBelowSourceAndIntoTheHash() {
    String[] settings = {
      "source={tables: {a: {path: 'in/{interval}/{interval}.csv'}}, sql: \"select '{interval}'\"}",
      "root=out/{interval}"
    };
    LoadedConfig loaded = load("2026-11-22", settings);
    assertThat(loaded.tree().at("/source/tables/a/path").textValue())
        .isEqualTo("in/2026-11-22/2026-11-22.csv");
    assertThat(loaded.pipeline().source().sql()).isEqualTo("select '2026-11-22'");
    assertThat(loaded.pipeline().root()).isEqualTo("out/{interval}");
    assertThat(loaded.sha256()).isNotEqualTo(load("2026-11-23", settings).sha256());
    assertThat(load("2026-11-22").sha256()).isEqualTo(load("2026-11-23").sha256());
    assertThat(ConfigFiles.load("minimal.yaml", settings).pipeline().source().location())
        .isEqualTo("in/manual/manual.csv");
  }

  private static LoadedConfig load(String interval, String... settings) {
    return ConfigLoader.load(
        ConfigFiles.file("minimal.yaml"), List.copyOf(Arrays.asList(settings)), interval);
  }
}
