package io.winnow.prepare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.InputReport;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several tables made into one, against rows written by hand. */
class CombinedSourcesTest {
  private static final String A = "a: {path: '%s/a.csv'}";
  private static final String B = "b: {format: json, path: '%s/b.json'}";
  private static final String SCHEMA =
      """
      table: t
      columns:
        - {name: id, type: text, role: ignore}
        - {name: x, type: number}
        - {name: y, type: category}
        - {name: label, type: category, role: label}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("schema.yaml"), SCHEMA);
    Files.writeString(folder.resolve("a.csv"), "label, id ,x,extra\np,1,0.5,e\nq,2\nq, 3,2,e\n");
    Files.writeString(
        folder.resolve("b.json"),
        """
        {"id": 1, "y": "u", "note": {"of": "Ann", "size": 7}}
        {"id": 2, "y": null, "x": 4.25, "label": "p", "note": {"of": "Bob", "size": 8}}
        {"id": 9,
        """);
  }

  @Test
  void unitesRowsByTheNamesOfColumns() throws IOException {
    String union = "union: {tables: [a, b], allowMissing: [y]}";
    assertThat(rows(union, A, B))
        .containsExactlyInAnyOrder(
            "1 | 0.5 | null | p | null",
            " 3 | 2 | null | q | null",
            "2 | null | null | q | q,2",
            "1 | null | u | null | null",
            "2 | 4.25 | null | p | null",
            "null | null | null | null | {\"id\": 9,");
  }

  @Test
  void describesEveryFileOfEveryTable() throws IOException {
    SourceTable table = open("union: {tables: [b, a], allowMissing: [y]}", A, B);
    assertThat(Inputs.describe(LocalSpark.session(), table, 6))
        .extracting(InputReport::rows)
        .containsExactly(3L, 3L);
    SourceTable joined = open("join: {left: a, right: b, keys: [id]}", A, declared());
    assertThat(Inputs.describe(LocalSpark.session(), joined, 1))
        .extracting(input -> input.uri().replaceAll(".*/", ""), InputReport::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a.csv", 3L),
            org.assertj.core.groups.Tuple.tuple("b.csv", 2L));
  }

  @Test
  void joinsWithThePartnerOrWithout() throws IOException {
    assertThat(rows("join: {left: a, right: b, keys: [id]}", A, declared()))
        .containsExactlyInAnyOrder("1 | 0.5 | u | p | null", "null | null | null | null | q,2");
    assertThat(rows("join: {left: a, right: b, keys: [id], type: left}", A, declared()))
        .containsExactlyInAnyOrder(
            "1 | 0.5 | u | p | null", "3 | 2 | null | q | null", "null | null | null | null | q,2");
  }

  @Test
  void refusesKeysThatWouldMultiplyRows() throws IOException {
    Files.writeString(folder.resolve("twice.csv"), "id,y\n1,u\n2,v\n1,w\n,x\n,z\n");
    SourceTable joined =
        open("join: {left: a, right: b, keys: [id]}", A, "b: {path: '%s/twice.csv'}");
    assertThatThrownBy(joined::verify)
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith(
            "source.join: 1 keys (id) stand more than once in 'b', in 2 rows, and would multiply rows of 'a'")
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.DATA));
  }

  @Test
  void selectsWithAStatement() throws IOException {
    String sql =
        "sql: \"SELECT a.id, cast(x as double) * 2 AS x, n.note.of AS y, label FROM a JOIN (SELECT id, note FROM b) n USING (id)"
            + " -- the names\"";
    // b has its own x and label, so that a statement has to choose.
    assertThat(rows(sql.replace("x as", "a.x as").replace("label FROM", "a.label FROM"), A, B))
        .containsExactlyInAnyOrder(
            "1 | 1.0 | Ann | p | null",
            "null | null | null | null | q,2",
            "null | null | null | null | {\"id\": 9,");
  }

  @Test
  void countsTheRowsOfATextTableInAStatement() throws IOException {
    assertThat(
            rows(
                "sql: SELECT count(*) AS x, '1' AS id, 'k' AS y, (SELECT count(*) FROM b) AS label FROM a",
                A,
                B))
        .contains("1 | 2 | k | 2 | null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT rand() AS x, * FROM a; rand(), whose result the rows do not determine",
        "SELECT uuid() AS y, * FROM a; uuid(), whose result the rows do not determine",
        "SELECT *, current_timestamp() AS y FROM a; current_timestamp(), which depends on the clock",
        "SELECT *, current_date() AS y FROM a; current_date(), which depends on the clock",
        "SELECT * FROM a WHERE x > (SELECT rand() FROM b LIMIT 1); which takes other rows each time",
        "SELECT * FROM a WHERE x > (SELECT max(rand()) FROM b); Non-deterministic expression",
        "SELECT first(x) AS x FROM a; first(), which depends on the order of rows",
        "SELECT *, monotonically_increasing_id() AS y FROM a; monotonically_increasing_id(), whose",
        "SELECT * FROM a TABLESAMPLE (50 PERCENT); a sample",
        "SELECT * FROM a LIMIT 5; LIMIT or OFFSET without ORDER BY",
        "SELEC * FROM a; source.sql: [PARSE_SYNTAX_ERROR] Syntax error",
        "DROP VIEW a; source.sql: [PARSE_SYNTAX_ERROR] Syntax error",
        "SELECT nothing FROM a; source.sql: [UNRESOLVED_COLUMN.WITH_SUGGESTION]",
        "SELECT * FROM c; source.sql: [TABLE_OR_VIEW_NOT_FOUND]",
        "SELECT id FROM a; source.sql: has no column 'x', which schema 't' declares; it has id",
        "SELECT id, note AS x, 1 AS y, 2 AS label FROM b; source.sql: column 'x' is of type struct<of:string,size:bigint>",
      })
  void refusesAStatement(String sql, String message) {
    assertThatThrownBy(() -> open("sql: \"" + sql + "\"", A, B))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void takesTheFirstRowsOfADeclaredOrder() throws IOException {
    String sql =
        "sql: SELECT id, x, first(label) OVER (ORDER BY id DESC) AS y, label FROM a ORDER BY x DESC LIMIT 1";
    assertThat(rows(sql, A, declared())).contains("3 | 2 | q | q | null").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "union: {tables: [a, b], allowMissing: [x]}; has no column 'y', which schema 't' declares",
        "join: {left: a, right: b, keys: [code]}; source.tables.a: has no column 'code', which source.join.keys declares",
        "join: {left: a, right: b, keys: [id]}; column 'label' stands in 'a' and in 'b'",
      })
  void refusesTablesThatDoNotFit(String way, String message) {
    assertThatThrownBy(() -> open(way, A, B))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesTheOnlyTableRaw() throws IOException {
    Path config =
        write(
            "source: {path: '"
                + folder
                + "/{interval}.csv', sql: \"SELECT id, x, '{interval}' AS y, label FROM raw\"}");
    LoadedConfig loaded = ConfigLoader.load(config, List.of(), "a");
    assertThat(
            shown(Sources.open(LocalSpark.session(), loaded.pipeline().source(), loaded.table())))
        .containsExactlyInAnyOrder(
            "1 | 0.5 | a | p | null", "3 | 2 | a | q | null", "null | null | null | null | q,2");
    LoadedConfig other = ConfigLoader.load(config, List.of(), "b");
    assertThat(other.sha256()).isNotEqualTo(loaded.sha256());
    assertThatThrownBy(
            () -> Sources.open(LocalSpark.session(), other.pipeline().source(), other.table()))
        .hasMessageContaining("source.path: '" + folder + "/b.csv': no such file");
  }

  /** A table b that shares nothing but the key with a. */
  private String declared() throws IOException {
    Files.writeString(folder.resolve("b.csv"), "id,y\n1,u\n2,v\n");
    return "b: {path: '%s/b.csv'}";
  }

  private List<String> rows(String way, String... tables) throws IOException {
    SourceTable table = open(way, tables);
    table.verify();
    return shown(table);
  }

  private static List<String> shown(SourceTable table) {
    return table.rows().collectAsList().stream().map(CombinedSourcesTest::shown).toList();
  }

  private static String shown(Row row) {
    return String.join(
        " | ", IntStream.range(0, row.size()).mapToObj(i -> String.valueOf(row.get(i))).toList());
  }

  private SourceTable open(String way, String... tables) throws IOException {
    StringBuilder source = new StringBuilder("source:\n  tables:\n");
    for (String table : tables) {
      source.append("    ").append(table.formatted(folder)).append('\n');
    }
    LoadedConfig loaded = ConfigLoader.load(write(source + "  " + way), List.of());
    return Sources.open(LocalSpark.session(), loaded.pipeline().source(), loaded.table());
  }

  private Path write(String source) throws IOException {
    return Files.writeString(
        folder.resolve("pipeline.yaml"),
        "pipeline: p\nroot: r\nschema: schema.yaml\nlabel: {column: label}\n" + source + "\n");
  }
}
