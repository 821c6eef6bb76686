package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.manifest.RowCounts;
import io.winnow.prepare.Tables.Prepared;
import io.winnow.prepare.write.WrittenContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo table, prepared as a newcomer would, and in every disguise that must not matter. */
class PrepareJobTest {
  private static final int ROWS = 9_000;

  @TempDir static Path folder;
  private static Path table;
  private static Prepared prepared;

  @BeforeAll
  static void prepare() {
    table = Tables.demo(folder, ROWS);
    prepared = Tables.prepare(folder, "demo.yaml", table);
  }

  @Test
  void countsEveryKindOfDirt() throws IOException {
    RowCounts rows = prepared.result().rows();
    long lines = Files.readAllLines(table).size() - 1L;
    long distinct = Files.readAllLines(table).stream().skip(1).distinct().count();
    assertThat(rows.read()).isEqualTo(lines);
    assertThat(rows.rejected()).isPositive();
    assertThat(rows.exactDuplicates()).isGreaterThanOrEqualTo(lines - distinct).isPositive();
    assertThat(rows.outliersDeleted()).isPositive();
    assertThat(prepared.result().features().imputed()).isNotEmpty();
    assertThat(prepared.result().features().clipped()).containsKeys("data_gb", "call_minutes");
  }

  @Test
  void splitsEveryClassByExactQuotas() {
    var assigned = prepared.result().split().assigned();
    long all = assigned.values().stream().mapToLong(Long::longValue).sum();
    assertThat(assigned.get("train")).isBetween(all * 8 / 10 - 1, all * 8 / 10 + 2);
    assertThat(assigned.get("validation")).isBetween(all / 10 - 1, all / 10 + 2);
    var classes = prepared.result().split().classes();
    double trainShare = share(classes.get("train"));
    assertThat(share(classes.get("test"))).isCloseTo(trainShare, within(0.01));
  }

  @Test
  void writesWhatItCounted() {
    Dataset<Row> train = LocalSpark.session().read().parquet(prepared.run().path("prepared/train"));
    assertThat(WrittenContent.hash(LocalSpark.session(), prepared.run().path("prepared")))
        .isEqualTo(prepared.contentHash());
    assertThat(train.columns()).containsExactly("row_key", "label", "features");
    assertThat(train.count()).isEqualTo(prepared.result().split().rows().get("train"));
    assertThat(train.select("row_key").distinct().count()).isEqualTo(train.count());
    assertThat(train.first().getString(0)).matches("[0-9a-f]{32}");
    assertThat(((Vector) train.first().get(2)).size())
        .isEqualTo(prepared.result().features().count());
  }

  @Test
  void writesOneColumnPerFeatureWithTheSameContent() {
    Prepared columns =
        Tables.prepare(folder, "demo.yaml", table, "output.layout=columns", "output.files=2");
    Dataset<Row> test = LocalSpark.session().read().parquet(columns.run().path("prepared/test"));
    assertThat(test.columns()).hasSize(2 + columns.result().features().count());
    assertThat(test.columns()).contains("monthly_charge", "contract=two-year");
    assertThat(columns.contentHash()).isEqualTo(prepared.contentHash());
    assertThat(WrittenContent.hash(LocalSpark.session(), columns.run().path("prepared")))
        .isEqualTo(prepared.contentHash());
    assertThat(columns.result().prepared().splits().get("train").files()).isEqualTo(2);
  }

  @Test
  void filesAreAsLargeAsIsWanted() {
    Prepared small =
        Tables.prepare(
            folder,
            "demo.yaml",
            table,
            "source.partitions=2",
            "output.layout=columns",
            "output.fileBytes=65536");
    long rows = small.result().split().rows().get("train");
    long fileRows = 65536 / 12 / small.result().features().count();
    assertThat(rows).isGreaterThan(2 * fileRows);
    assertThat(small.result().prepared().splits().get("train").files())
        .isBetween(rows / (2 * fileRows), rows / fileRows + 2);
    assertThat(small.contentHash()).isEqualTo(prepared.contentHash());
  }

  @Test
  void doesNotDependOnPartitions() {
    for (int partitions : new int[] {1, 3, 7}) {
      assertThat(
              Tables.prepare(folder, "demo.yaml", table, "source.partitions=" + partitions)
                  .contentHash())
          .as("%d partitions", partitions)
          .isEqualTo(prepared.contentHash());
    }
  }

  @Test
  void doesNotDependOnTheOrderOfRowsOrOnFiles() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    String header = lines.remove(0);
    Collections.shuffle(lines, new Random(3));
    Path parts = Files.createDirectory(folder.resolve("parts"));
    writeGzip(parts.resolve("a.csv.gz"), header, lines.subList(0, 1000));
    writeGzip(parts.resolve("b.csv.gz"), header, lines.subList(1000, lines.size()));
    Prepared shuffled = Tables.prepare(folder, "demo.yaml", parts);
    assertThat(shuffled.contentHash()).isEqualTo(prepared.contentHash());
    assertThat(shuffled.result().inputs()).hasSize(2);
    assertThat(shuffled.result().inputs().stream().mapToLong(input -> input.rows()).toArray())
        .containsExactly(1000, lines.size() - 1000L);
  }

  @Test
  void dependsOnTheSeed() {
    assertThat(Tables.prepare(folder, "demo.yaml", table, "split.seed=2").contentHash())
        .isNotEqualTo(prepared.contentHash());
  }

  @Test
  void readsParquetLikeCsv() {
    String path = folder.resolve("parquet").toString();
    LocalSpark.session().read().option("header", true).csv(table.toString()).write().parquet(path);
    assertThat(
            Tables.prepare(folder, "demo.yaml", Path.of(path), "source.format=parquet")
                .contentHash())
        .isEqualTo(prepared.contentHash());
  }

  private static void writeGzip(Path file, String header, List<String> lines) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          (header + "\n" + String.join("\n", lines) + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static double share(java.util.Map<String, Long> classes) {
    return (double) classes.get("yes") / (classes.get("yes") + classes.get("no"));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
