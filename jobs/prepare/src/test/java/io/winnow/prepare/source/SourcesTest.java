package io.winnow.prepare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "t",
          "",
          true,
          List.of(),
          List.of(column("a", ColumnType.NUMBER), column("b.c", ColumnType.CATEGORY)));

  @TempDir Path folder;

  @Test
  void picksColumnsByNameWhateverTheirOrder() throws IOException {
    Files.writeString(folder.resolve("1.csv"), "a, b.c ,extra\n1,x,e\n");
    Files.writeString(folder.resolve("2.csv"), "b.c,a\n\"y, z\",2\n");
    Files.writeString(folder.resolve("_notes.csv"), "nothing\n");
    SourceTable table = open(folder.toString());
    assertThat(table.rows().collectAsList())
        .extracting(row -> row.get(0), row -> row.get(1), row -> row.get(2))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("1", "x", null),
            org.assertj.core.groups.Tuple.tuple("2", "y, z", null));
    assertThat(table.warnings())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.code()).isEqualTo("UNDECLARED_COLUMN");
              assertThat(w.message()).contains("1.csv").endsWith("extra");
            });
  }

  @Test
  void keepsTheLineThatHasTooManyOrTooFewCells() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "a,b.c,extra\n1,x,e\n2,y\n3,z,e,more\n");
    List<Row> rows = open(file.toString()).rows().collectAsList();
    assertThat(rows).extracting(row -> row.get(2)).containsExactly(null, "2,y", "3,z,e,more");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    refused(folder.resolve("none.csv"), ExitCode.USAGE, "none.csv': no such file");
    refused(empty, ExitCode.DATA, "empty.csv': the file is empty");
    refused(
        other,
        ExitCode.USAGE,
        "other.csv: has no column 'b.c', which schema 't' declares; it has a, b");
  }

  private void refused(Path path, ExitCode exitCode, String message) {
    assertThatThrownBy(() -> open(path.toString()))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(exitCode));
  }

  private static SourceTable open(String path) {
    SourceConfig config =
        SourceConfig.files(
            SourceFormat.CSV, path, null, new CsvOptions(",", "\"", "\"", "UTF-8", false));
    return Sources.open(LocalSpark.session(), config, TABLE);
  }

  private static ColumnSchema column(String name, ColumnType type) {
    return new ColumnSchema(name, type, Role.FEATURE, "", List.of(), null, null, null, null);
  }
}
