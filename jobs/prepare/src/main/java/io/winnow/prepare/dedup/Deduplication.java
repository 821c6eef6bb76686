package io.winnow.prepare.dedup;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.NearConfig;
import io.winnow.core.manifest.DedupReport;
import io.winnow.core.manifest.DedupReport.GoldReport;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Removes duplicates as configured: equal rows, then rows with equal keys, then near-duplicates.
 * Writes what was removed, and what stayed instead, as Parquet.
 */
public final class Deduplication {
  private final SparkSession spark;
  private final TableSchema table;
  private final RowLayout layout;
  private final DedupConfig config;
  private final AuditTable audit = new AuditTable();
  private final List<Warning> warnings = new ArrayList<>();
  // What the next step and the audit table are made of is kept until the end.
  private final List<Runnable> release = new ArrayList<>();
  private JavaRDD<RowBlock> kept;
  private long left;

  /**
   * A deduplication of one table.
   *
   * @param layout that carries what {@link #carried} asks for
   * @param blocks of typed rows, persisted
   * @param rows how many they are
   */
  public Deduplication(
      SparkSession spark,
      TableSchema table,
      RowLayout layout,
      DedupConfig config,
      JavaRDD<RowBlock> blocks,
      long rows) {
    this.spark = spark;
    this.table = table;
    this.layout = layout;
    this.config = config;
    kept = blocks;
    left = rows;
  }

  /**
   * The rows that stay.
   *
   * @param blocks persisted, unless they are those that came in; the caller frees them
   * @param rows how many they are
   */
  public record Distinct(
      JavaRDD<RowBlock> blocks, long rows, DedupReport report, List<Warning> warnings) {}

  /** The layout with the columns that rows are compared and ordered by. */
  public static RowLayout carried(RowLayout layout, TableSchema table, DedupConfig config) {
    Set<String> typed = new HashSet<>(config.key());
    config.survivor().forEach(order -> typed.add(order.column()));
    NearConfig near = config.near();
    if (near == null) {
      return layout.with(table, typed);
    }
    near.survivor().forEach(order -> typed.add(order.column()));
    return layout.with(table, typed).withTexts(near.columns());
  }

  /**
   * Finds and removes.
   *
   * @param auditPath folder that is written when there is something to tell
   * @param progress told what was found
   */
  public Distinct run(String auditPath, Consumer<String> progress) {
    try {
      long exactRow = config.exact() == ExactDedup.NONE ? 0 : removeEqualRows();
      long exactKey = config.exact() == ExactDedup.KEY ? removeEqualKeys() : 0;
      NearConfig near = config.near();
      NearReport nearReport = near == null ? null : treatNear(near, progress);
      audit.write(auditPath);
      return new Distinct(
          kept, left, new DedupReport(exactRow, exactKey, nearReport), List.copyOf(warnings));
    } finally {
      release.forEach(Runnable::run);
    }
  }

  private long removeEqualRows() {
    ExactDuplicates duplicates = ExactDuplicates.of(kept, layout);
    long removed = replace(duplicates.removed());
    if (removed > 0) {
      audit.addRows(spark, duplicates, table, removed);
    }
    return removed;
  }

  private long removeEqualKeys() {
    KeyDuplicates duplicates = new KeyDuplicates(spark, kept, table, layout, config);
    long missing = left - duplicates.compared();
    if (missing > 0) {
      warnings.add(
          new Warning(
              "DEDUP_KEY_MISSING",
              "dedup.key: %d rows miss one of %s; they were compared with no other row"
                  .formatted(missing, String.join(", ", config.key()))));
    }
    Dataset<Row> losers = duplicates.losers().persist(StorageLevel.MEMORY_AND_DISK());
    release.add(() -> losers.unpersist(false));
    long removed = replace(Losers.removed(kept, layout, losers));
    if (removed > 0) {
      audit.addKeys(losers);
    }
    return removed;
  }

  private NearReport treatNear(NearConfig near, Consumer<String> progress) {
    NearDuplicates sought = new NearDuplicates(spark, kept, table, layout, near);
    release.add(sought::release);
    NearDuplicates.Found found = sought.find(left, audit);
    replace(found.blocks());
    NearReport report = found.report();
    if (report.uncompared() > 0) {
      warnings.add(
          new Warning(
              "NEAR_BUCKET_LIMIT",
              "dedup.near: %d pairs in buckets of more than maxBucket=%d rows were not compared there; raise maxBucket, or rows and bands"
                  .formatted(report.uncompared(), near.maxBucket())));
    }
    tell(report, progress);
    return report;
  }

  private static void tell(NearReport report, Consumer<String> progress) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "near      %,d candidates, %,d pairs, %,d clusters of %,d rows (%d bands of %d)",
            report.candidates(),
            report.pairs(),
            report.clusters(),
            report.clustered(),
            report.bands(),
            report.rows()));
    GoldReport gold = report.gold();
    if (gold != null) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "gold      %,d pairs: precision %.4f, recall %.4f, F1 %.4f",
              gold.pairs(),
              gold.precision(),
              gold.recall(),
              gold.f1()));
    }
  }

  /** Goes on with other blocks; how many rows fewer they have. */
  private long replace(JavaRDD<RowBlock> blocks) {
    JavaRDD<RowBlock> before = kept;
    kept = blocks.persist(StorageLevel.MEMORY_AND_DISK());
    long rows = kept.map(block -> (long) block.size()).fold(0L, Long::sum);
    release.add(() -> before.unpersist(false));
    long removed = left - rows;
    left = rows;
    return removed;
  }
}
