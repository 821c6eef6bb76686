package io.winnow.prepare.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.LocalSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read in batches is what is read row by row. */
class BatchCellsTest {
  private static final int ROWS = 12_345;
  private static final TableSchema SCHEMA =
      new TableSchema(
          "batches",
          "",
          true,
          List.of("none"),
          List.of(
              column("amount", ColumnType.NUMBER),
              column("few", ColumnType.CATEGORY),
              column("many", ColumnType.CATEGORY),
              column("label", ColumnType.CATEGORY)));
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("amount"), List.of("few", "many", "label"));
  private static final LabelConfig LABEL =
      new LabelConfig("label", null, null, MissingLabel.DROP, LabelScale.STANDARD);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, dictionary={1}")
  @CsvSource({"parquet, true", "parquet, false", "orc, true"})
  void theSameRowsWithTheSameHashes(String format, boolean dictionary) {
    Dataset<Row> renamed = stored(format, dictionary).toDF("a", "b", "c", "d").select(ordered());

    assertThat(CatalystRows.batches(renamed)).isNotNull();
    StructType columns = renamed.schema();
    List<String> rows =
        shown(
            CatalystRows.of(renamed)
                .mapPartitions(each -> parser().blocks(each, columns))
                .collect());
    assertThat(rows).hasSize(ROWS);
    assertThat(shown(parser().blocks(renamed).collect())).containsExactlyElementsOf(rows);
  }

  @Test
  void whatIsComputedIsReadRowByRow() {
    Dataset<Row> stored = stored("parquet", true);

    assertThat(CatalystRows.batches(stored.withColumn("few", functions.upper(stored.col("few")))))
        .isNull();
    assertThat(CatalystRows.batches(stored.repartition(3))).isNull();
    assertThat(CatalystRows.batches(stored.where("amount > 1"))).isNull();
  }

  private static Column[] ordered() {
    return new Column[] {
      functions.col("d").as("amount"),
      functions.col("b").as("few"),
      functions.col("c").as("many"),
      functions.col("a").as("label")
    };
  }

  /** Cells that are missing, blank, a marker, or need trimming; texts that repeat, and do not. */
  private Dataset<Row> stored(String format, boolean dictionary) {
    String path = folder.resolve(format + dictionary).toString();
    LocalSpark.session()
        .range(0, ROWS, 1, 2)
        .selectExpr(
            "if(id % 2 = 0, 'yes', 'no') as label",
            "case id % 7 when 0 then null when 1 then ' none ' else concat(' f', id % 5) end as"
                + " few",
            "if(id % 11 = 3, null, concat('m', id)) as many",
            "if(id % 13 = 5, null, id / 8.0D) as amount")
        .write()
        .option("parquet.enable.dictionary", dictionary)
        .option("parquet.block.size", 64 << 10)
        .format(format)
        .save(path);
    return LocalSpark.session().read().format(format).load(path);
  }

  private static BlockParser parser() {
    return new BlockParser(SCHEMA, LAYOUT, LABEL, SensitiveCells.NONE);
  }

  private static List<String> shown(List<RowBlock> blocks) {
    List<String> shown = new ArrayList<>();
    TypedRow row = new TypedRow(LAYOUT);
    for (RowBlock block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        block.read(i, row);
        shown.add(row.numbers[0] + " " + Arrays.toString(row.texts) + " " + row.hash);
      }
    }
    return shown;
  }

  private static ColumnSchema column(String name, ColumnType type) {
    Role role = name.equals("label") ? Role.LABEL : Role.FEATURE;
    return new ColumnSchema(name, type, role, "", List.of(), null, null, null, null);
  }
}
