package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.prepare.Tables.Prepared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo table in every format, written by Spark or the database, prepared alike. */
class SourceFormatsTest {
  private static final int ROWS = 1_500;

  @TempDir static Path folder;
  private static Path csv;
  private static Prepared expected;
  private static Dataset<Row> rows;

  @BeforeAll
  static void prepare() {
    csv = Tables.demo(folder, ROWS);
    expected = Tables.prepare(folder, "demo.yaml", csv);
    rows =
        LocalSpark.session()
            .read()
            .option("header", true)
            .option("mode", "DROPMALFORMED")
            .option("escape", "\"")
            .csv(csv.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "parquet", "orc", "avro"})
  void preparesTheSameDataFromEveryFormat(String format) {
    Path table = folder.resolve(format);
    rows.repartition(3).write().format(format).save(table.toString());
    Prepared prepared = Tables.prepare(folder, "demo.yaml", table, "source.format=" + format);

    assertThat(prepared.contentHash()).isEqualTo(expected.contentHash());
    assertThat(prepared.result().inputs())
        .hasSize(3)
        .allSatisfy(input -> assertThat(input.sha256()).matches("[0-9a-f]{64}"))
        .allSatisfy(input -> assertThat(input.rows()).isPositive());
    assertThat(prepared.result().inputs().stream().mapToLong(input -> input.rows()).sum())
        .isEqualTo(rows.count());
  }

  @Test
  void preparesTheSameDataFromADatabase() throws Exception {
    String url = "jdbc:h2:" + folder.resolve("customers");
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table \"customers\" as select rownum as \"id\", t.* from csvread('"
              + csv
              + "', null, 'caseSensitiveColumnNames=true') t");
    }
    Path config = folder.resolve("database.yaml");
    String demo = Files.readString(Path.of("../../conf/examples/demo.yaml"));
    Path schema = Path.of("../../schemas/data/demo.yaml").toAbsolutePath();
    Files.writeString(
        config,
        demo.replace(
                "  path: target/demo/customers.csv",
                """
                  format: jdbc
                  jdbc:
                    url: "%s"
                    table: '"customers"'
                    partitionColumn: '"id"'
                    lowerBound: 1
                    upperBound: 1500
                    partitions: 3
                """
                    .formatted(url)
                    .indent(2)
                    .stripTrailing())
            .replace("../../schemas/data/demo.yaml", schema.toString()));
    Prepared prepared = Tables.prepare(folder, config, List.of());

    assertThat(prepared.contentHash()).isEqualTo(expected.contentHash());
    assertThat(prepared.result().inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.uri()).isEqualTo(url + " \"customers\"");
              assertThat(input.bytes()).isNull();
              assertThat(input.sha256()).isNull();
              assertThat(input.rows()).isEqualTo(prepared.result().rows().read());
            });
  }
}
