package io.winnow.prepare.profile;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.SourceConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.Profile.RowSummary;
import io.winnow.core.profile.ProfileConfig;
import io.winnow.core.profile.Profiler;
import io.winnow.core.profile.SchemaFile;
import io.winnow.core.profile.SchemaSuggestion;
import io.winnow.core.profile.SuggestedColumn;
import io.winnow.core.profile.TableState;
import io.winnow.core.profile.check.CheckResult;
import io.winnow.core.profile.check.Checks;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.block.BlockParser;
import io.winnow.prepare.block.SparkRows;
import io.winnow.prepare.dedup.ExactDuplicates;
import io.winnow.prepare.source.SourceTable;
import io.winnow.prepare.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Profiles a raw table. The source is scanned once; what needs more scans has them on the typed
 * blocks of that one. The result depends on the set of rows and the configuration alone.
 */
public final class ProfileJob {
  private final SparkSession spark;
  private final ProfileConfig config;
  private final SourceConfig source;
  private final List<JavaRDD<RowBlock>> persisted = new ArrayList<>();

  private ProfileJob(SparkSession spark, ProfileConfig config, SourceConfig source) {
    this.spark = spark;
    this.config = config;
    this.source = source;
  }

  /**
   * Profiles the table of a pipeline and measures its checks.
   *
   * @param before profile of the last published run, or null where there is none
   */
  public static ProfileResult declared(
      SparkSession spark, LoadedConfig loaded, @Nullable Profile before) {
    PipelineConfig config = loaded.pipeline();
    ProfileJob job = new ProfileJob(spark, config.profile(), config.source());
    try {
      return job.declared(loaded, before);
    } finally {
      job.release();
    }
  }

  /**
   * Profiles a table that nothing is known of, and infers its schema.
   *
   * @param name of the table
   * @param label column to predict, or null
   */
  public static ProfileResult unknown(
      SparkSession spark,
      ProfileConfig config,
      SourceConfig source,
      String name,
      @Nullable String label) {
    ProfileJob job = new ProfileJob(spark, config, source);
    try {
      return job.unknown(name, label);
    } finally {
      job.release();
    }
  }

  private ProfileResult declared(LoadedConfig loaded, @Nullable Profile before) {
    PipelineConfig pipeline = loaded.pipeline();
    TableSchema table = loaded.table().source();
    SensitiveCells sensitive = SensitiveCells.of(pipeline.sensitive(), System::getenv);
    SourceTable opened = Sources.open(spark, source, table);
    opened.verify();
    RowLayout layout = layout(table);
    JavaRDD<RowBlock> parsed =
        new BlockParser(table, layout, pipeline.label(), sensitive).blocks(opened.rows());
    MaskedBlocks masked = MaskedBlocks.of(table, layout);
    SparkRows rows =
        new SparkRows(persist(masked.isNeeded() ? parsed.mapPartitions(masked) : parsed), layout);
    RowSummary read = counted(rows);
    TableState state = rows.scan(new TableState(layout));
    List<SuggestedColumn> suggested = SchemaSuggestion.of(state, layout, table);
    Profile profile =
        new Profiler(config, table, pipeline.label(), rows, state, suggested)
            .profile(withDuplicates(read, rows));
    List<CheckResult> checks =
        Checks.results(pipeline.checks(), profile, rows, ExactDistinct.of(rows), before);
    return new ProfileResult(
        profile.with(checks), SchemaFile.of(table, suggested), opened.warnings());
  }

  private ProfileResult unknown(String name, @Nullable String label) {
    List<String> names = Sources.columns(spark, source);
    if (label != null && !names.contains(label)) {
      throw WinnowException.usage(
          "--label '%s': is not a column of %s; it has %s"
              .formatted(label, source.location(), String.join(", ", names)));
    }
    LabelConfig labelled =
        new LabelConfig(
            label == null ? "" : label, null, null, MissingLabel.DROP, LabelScale.STANDARD);
    TableSchema raw = table(name, names.stream().map(ProfileJob::text).toList());
    SourceTable opened = Sources.open(spark, source, raw);
    opened.verify();
    RowLayout texts = layout(raw);
    SparkRows rawRows =
        new SparkRows(
            persist(
                new BlockParser(raw, texts, labelled, SensitiveCells.NONE).blocks(opened.rows())),
            texts);
    RowSummary read = counted(rawRows);
    List<SuggestedColumn> suggested =
        SchemaSuggestion.of(
            rawRows.scan(new TableState(texts)), texts, label, ExactDistinct.of(rawRows));

    TableSchema table = table(name, suggested.stream().map(SuggestedColumn::schema).toList());
    RowLayout layout = layout(table);
    SparkRows rows =
        new SparkRows(
            persist(rawRows.blocks().mapPartitions(new Retyped(table, texts, layout, labelled))),
            layout);
    // A cell that does not have the type of its column rejects its row, as it would in prepare.
    RowSummary typed = new RowSummary(read.read(), read.read() - counted(rows).accepted(), 0);
    TableState state = rows.scan(new TableState(layout));
    Profile profile =
        new Profiler(config, table, label == null ? null : labelled, rows, state, suggested)
            .profile(withDuplicates(typed, rows));
    return new ProfileResult(profile, SchemaFile.of(table, suggested), opened.warnings());
  }

  /** Rows and rejects, without duplicates yet. The first action: it scans the source. */
  private RowSummary counted(SparkRows rows) {
    long accepted = rows.blocks().map(block -> (long) block.size()).fold(0L, Long::sum);
    long rejected = rows.blocks().map(block -> (long) block.rejects().size()).fold(0L, Long::sum);
    if (accepted + rejected == 0) {
      throw WinnowException.data(
          "%s: the table has a header but no rows".formatted(source.described()));
    }
    return new RowSummary(accepted + rejected, rejected, 0);
  }

  /** Counted as the preparation does, which keeps one of equal rows. */
  private static RowSummary withDuplicates(RowSummary read, SparkRows rows) {
    long distinct =
        ExactDuplicates.of(rows.blocks(), rows.layout())
            .removed()
            .map(block -> (long) block.size())
            .fold(0L, Long::sum);
    return new RowSummary(read.read(), read.rejected(), read.accepted() - distinct);
  }

  /** Every column; a key as the text that it is written as, as the preparation has it. */
  private static RowLayout layout(TableSchema table) {
    Predicate<ColumnSchema> number = column -> column.isNumeric() && column.role() != Role.KEY;
    return new RowLayout(
        table.columns().stream().filter(number).map(ColumnSchema::name).toList(),
        table.columns().stream().filter(number.negate()).map(ColumnSchema::name).toList());
  }

  private static ColumnSchema text(String name) {
    return new ColumnSchema(
        name, ColumnType.TEXT, Role.IGNORE, "", List.of(), null, null, null, null);
  }

  private static TableSchema table(String name, List<ColumnSchema> columns) {
    return new TableSchema(name, "", true, List.of(), columns);
  }

  private JavaRDD<RowBlock> persist(JavaRDD<RowBlock> blocks) {
    persisted.add(blocks);
    return blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private void release() {
    // Waits, so that a session that ends right after is not asked any more.
    persisted.forEach(blocks -> blocks.unpersist(true));
  }
}
