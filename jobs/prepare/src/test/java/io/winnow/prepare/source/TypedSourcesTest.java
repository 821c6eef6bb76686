package io.winnow.prepare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.JdbcConfig;
import io.winnow.core.config.SourceConfig;
import io.winnow.core.config.SourceConfig.CsvOptions;
import io.winnow.core.config.SourceFormat;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns with types, and databases. */
class TypedSourcesTest {
  private static final CsvOptions CSV = new CsvOptions(",", "\"", "\"", "UTF-8", false);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PARQUET", "ORC", "AVRO"})
  void givesEveryTypeOneText(SourceFormat format) {
    SparkSession spark = LocalSpark.session();
    String path = folder.resolve("typed").toString();
    spark
        .sql(
            "select true b, date '1960-02-29' d, timestamp '2026-11-23T04:30:00+02:00' t,"
                + " timestamp '1912-01-01T00:00:00.25Z' m, timestamp_ntz '2026-11-23 04:30:00.5' n,"
                + " cast(0.0000001 as decimal(18,8)) c, cast(7 as smallint) i, 0.1D f, 'x' s")
        .write()
        .format(format.name())
        .save(path);
    SourceConfig config = SourceConfig.files(format, path, null, CSV);
    assertThat(row(Sources.open(spark, config, table("b", "d", "t", "m", "n", "c", "i", "f", "s"))))
        .containsExactly(
            "true",
            "1960-02-29",
            "2026-11-23T02:30:00Z",
            "1912-01-01T00:00:00.250Z",
            "2026-11-23T04:30:00.5",
            "0.00000010",
            "7",
            "0.1",
            "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARQUET", "ORC", "AVRO", "JSON"})
  void refusesNestedColumnsByName(SourceFormat format) {
    SparkSession spark = LocalSpark.session();
    String path = folder.resolve("nested").toString();
    spark.sql("select 1 a, array(1, 2) list").write().format(format.name()).save(path);
    SourceConfig config = SourceConfig.files(format, path, null, CSV);
    refused(() -> Sources.open(spark, config, table("a", "list")), "column 'list' ", "source.sql");
    assertThat(row(Sources.open(spark, config, table("a"))).get(0)).isEqualTo("1");
  }

  @Test
  void readsNumbersAndTextsOfJsonAndKeepsLinesThatAreNone() throws IOException {
    Path file = folder.resolve("t.json");
    Files.writeString(
        file,
        """
        {"n": 12345678901234567, "b": true, "s": " a\\"b ", "f": -0.5}

        {"n": "12"
        {"f": 1e-3, "b": null, "n": ""}
        nothing
        """);
    SourceConfig config = SourceConfig.files(SourceFormat.JSON, file.toString(), null, CSV);
    SourceTable table = Sources.open(LocalSpark.session(), config, table("n", "b", "s", "f"));
    assertThat(table.rows().collectAsList())
        .extracting(TypedSourcesTest::cells)
        .containsExactly(
            List.of("12345678901234567", "true", " a\"b ", "-0.5", "null"),
            List.of("null", "null", "null", "null", "{\"n\": \"12\""),
            List.of("", "null", "null", "0.001", "null"),
            List.of("null", "null", "null", "null", "nothing"));
    refused(
        () -> Sources.open(LocalSpark.session(), config, table("n", "z")),
        "t.json: has no column 'z', which schema 't' declares; it has b, f, n, s");
  }

  @Test
  void refusesAFileOfAnotherFormat() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "a\n1\n");
    SourceConfig config = SourceConfig.files(SourceFormat.PARQUET, file.toString(), null, CSV);
    refused(
        () -> Sources.open(LocalSpark.session(), config, table("a")),
        "t.csv: cannot be read as parquet: ");
  }

  @Test
  void readsADatabaseInRangesWithCredentialsFromTheEnvironment() throws SQLException {
    String url = database("create table T as select x as ID, x * 1.5 as V from system_range(1, 9)");
    JdbcConfig jdbc =
        new JdbcConfig(
            url, null, "select ID, V from T where ID > 2", "ID", "1", "9", 3, 2, "U", "P");
    Map<String, String> variables = Map.of("U", "ann", "P", "s3same");
    SourceTable table =
        Sources.open(LocalSpark.session(), config(jdbc), table("ID", "V"), variables::get);
    assertThat(table.rows().rdd().getNumPartitions()).isEqualTo(3);
    assertThat(table.rows().collectAsList())
        .extracting(TypedSourcesTest::cells)
        .contains(List.of("3", "4.5"), List.of("9", "13.5"))
        .hasSize(7);
    assertThat(table.inputs().get(0).listed())
        .isEqualTo(url + " (select ID, V from T where ID > 2)");
    refused(
        () -> Sources.open(LocalSpark.session(), config(jdbc), table("ID"), name -> null),
        "source.jdbc.userVariable: environment variable 'U' is not set");
    refused(
        () ->
            Sources.open(
                LocalSpark.session(), config(jdbc), table("ID"), Map.of("U", "ann", "P", "x")::get),
        "source.jdbc: '" + url,
        "Wrong user name or password");
  }

  @Test
  void saysWhyADatabaseCannotBeRead() throws SQLException {
    String url = database("create table T(ID int)");
    Map<String, String> variables = Map.of("U", "ann", "P", "s3same");
    JdbcConfig none = new JdbcConfig(url, "N", null, null, null, null, null, 1, "U", "P");
    refused(
        () -> Sources.open(LocalSpark.session(), config(none), table("ID"), variables::get),
        "cannot be read: Table \"N\" not found");
    JdbcConfig unknown =
        new JdbcConfig("jdbc:none:x", "N", null, null, null, null, null, 1, null, null);
    refused(
        () -> Sources.open(LocalSpark.session(), config(unknown), table("ID"), variables::get),
        "source.jdbc: 'jdbc:none:x N' cannot be read: No suitable driver");
  }

  private String database(String statement) throws SQLException {
    String url = "jdbc:h2:" + folder.resolve("database");
    try (Connection database = DriverManager.getConnection(url, "ann", "s3same");
        Statement execute = database.createStatement()) {
      execute.execute(statement);
    }
    return url;
  }

  private static SourceConfig config(JdbcConfig jdbc) {
    return new SourceConfig(SourceFormat.JDBC, null, CSV, jdbc, Map.of(), null, null, null, null);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(WinnowException.class)
        .hasMessageContainingAll(parts)
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.USAGE));
  }

  private static List<String> row(SourceTable table) {
    return cells(table.rows().first());
  }

  private static List<String> cells(Row row) {
    return IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList();
  }

  private static String text(@Nullable Object cell) {
    return String.valueOf(cell);
  }

  private static TableSchema table(String... names) {
    return new TableSchema(
        "t",
        "",
        true,
        List.of(),
        Arrays.stream(names)
            .map(
                name ->
                    new ColumnSchema(
                        name, ColumnType.TEXT, Role.FEATURE, "", List.of(), null, null, null, null))
            .toList());
  }
}
