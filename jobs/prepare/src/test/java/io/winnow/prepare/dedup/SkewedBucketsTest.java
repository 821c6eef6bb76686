package io.winnow.prepare.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.NearAction;
import io.winnow.core.config.NearConfig;
import io.winnow.core.config.Shingling;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.core.manifest.Warning;
import io.winnow.prepare.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million rows whose buckets are skewed: every third row is one of two hundred form letters, in
 * which only a number of five digits differs, and so are the sizes of the letters' groups, by
 * Zipf's law; the others are six words out of 20,000, every tenth a copy of another one with a
 * letter changed.
 */
@Tag("long")
class SkewedBucketsTest {
  private static final int ROWS = 1_000_000;
  private static final int LETTERS = 200;
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  @TempDir private Path folder;

  /** The other tests of this module have tables for three partitions. */
  @BeforeEach
  void manyPartitions() {
    LocalSpark.session().conf().set(PARTITIONS, 64);
  }

  @AfterEach
  void fewPartitions() {
    LocalSpark.session().conf().set(PARTITIONS, 3);
  }

  @Test
  void aMillionRowsEnd() {
    DedupTable table = new DedupTable("id:TEXT:KEY", "text:TEXT:IGNORE");
    JavaRDD<Row> rows =
        LocalSpark.session()
            .range(0, ROWS, 1, 16)
            .javaRDD()
            .map(id -> RowFactory.create(Long.toString(id), text(id)));
    NearConfig near =
        new NearConfig(
            List.of("text"),
            Shingling.CHARACTERS,
            3,
            0.7,
            null,
            null,
            50,
            NearAction.DELETE,
            List.of(),
            null);
    long begin = System.nanoTime();

    Deduplication.Distinct distinct =
        table
            .run(
                new DedupConfig(ExactDedup.ROW, List.of(), List.of(), near),
                rows,
                folder.resolve("dedup"))
            .distinct();

    System.err.printf(
        "%d rows in %.0f s, heap limit %d MiB: %s%n",
        ROWS,
        (System.nanoTime() - begin) / 1e9,
        Runtime.getRuntime().maxMemory() >> 20,
        distinct.report().near());
    NearReport report = distinct.report().near();
    assertThat(report).isNotNull();
    assertThat(distinct.rows()).isEqualTo(ROWS - report.removed());
    // Copies of random rows are found, and hardly anything but copies and letters.
    assertThat(report.removed()).isBetween(ROWS / 3 + ROWS / 20L, ROWS / 3 + ROWS / 14L);
    assertThat(report.uncompared()).isPositive();
    assertThat(distinct.warnings()).extracting(Warning::code).containsExactly("NEAR_BUCKET_LIMIT");
  }

  private static String text(long id) {
    SplittableRandom random = new SplittableRandom(id);
    if (id % 3 == 0) {
      int letter = (int) Math.pow(LETTERS, random.nextDouble());
      return words(new SplittableRandom(-letter), 14) + " " + random.nextInt(10_000, 100_000);
    }
    if (id % 10 != 0) {
      return words(random, 6);
    }
    // A row before it that is neither a letter nor a copy itself.
    String copied = words(new SplittableRandom((id - 1) % 3 == 0 ? id - 2 : id - 1), 6);
    int place = random.nextInt(copied.length());
    return copied.substring(0, place) + "x" + copied.substring(place + 1);
  }

  private static String words(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      SplittableRandom letters = new SplittableRandom(random.nextInt(20_000));
      for (int length = letters.nextInt(4, 10); length > 0; length--) {
        text.append((char) ('a' + letters.nextInt(26)));
      }
      text.append(' ');
    }
    return text.toString();
  }
}
