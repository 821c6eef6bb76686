package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column with role weight goes beside the features, and is none. */
class RowWeightsTest {
  private static final String CONFIG =
      """
      pipeline: weighted
      root: root
      source: {path: table.csv}
      schema: table.yaml
      label: {column: label}
      rejects: {maxShare: 0.1}
      scale: {strategy: none}
      """;
  private static final String SCHEMA =
      """
      table: weighted
      columns:
        - {name: id, type: category, role: key}
        - {name: x, type: number}
        - {name: w, type: number, role: weight}
        - {name: label, type: category, role: label}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"vector,features", "columns,x"})
  void areKeptBesideTheFeatures(String layout, String feature) throws IOException {
    Prepared prepared =
        Tables.prepare(folder, config(), csv("-1", "", "much"), "output.layout=" + layout);

    assertThat(prepared.result().rows().rejected()).isEqualTo(3);
    assertThat(rejected(prepared))
        .containsExactlyInAnyOrder(
            "w: '-1' is negative; a weight is 0 or more",
            "w: '' is missing",
            "w: 'much' is not a number");
    assertThat(prepared.result().pipeline().columns()).containsOnlyKeys("x");
    Dataset<Row> train = LocalSpark.session().read().parquet(prepared.run().path("prepared/train"));
    assertThat(train.columns()).containsExactly("row_key", "label", "row_weight", feature);
    assertThat(train.schema().apply("row_weight").metadata().getString("role")).isEqualTo("weight");
    assertThat(train.collectAsList())
        .allSatisfy(
            row ->
                assertThat(row.getDouble(2)).isEqualTo(Integer.parseInt(row.getString(0)) / 4.0));
  }

  @Test
  void stockAveragingIsToldAtOnceThatItKnowsNone() throws IOException {
    Path config = config();

    assertThatThrownBy(() -> Tables.prepare(folder, config, csv("1"), "training.engine=stock"))
        .isInstanceOf(WinnowException.class)
        .hasMessageEndingWith(
            "training.engine: 'stock' knows no row weights, and column 'w' has role weight; use"
                + " rounds");
  }

  private static List<String> rejected(Prepared prepared) {
    return LocalSpark.session()
        .read()
        .json(prepared.run().path("rejects"))
        .select("reason")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Path config() throws IOException {
    Files.writeString(folder.resolve("table.yaml"), SCHEMA);
    return Files.writeString(folder.resolve("weighted.yaml"), CONFIG);
  }

  private String csv(String... last) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,x,w,label"));
    for (int i = 0; i < 60; i++) {
      lines.add("%d,%d,%s,%s".formatted(i, i * i, i / 4.0, i % 2 == 0 ? "n" : "y"));
    }
    for (String weight : last) {
      lines.add("bad%s,1,%s,n".formatted(weight, weight));
    }
    return Files.write(folder.resolve("table.csv"), lines).toString();
  }
}
