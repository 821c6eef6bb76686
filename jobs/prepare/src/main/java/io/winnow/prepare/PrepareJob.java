package io.winnow.prepare;

import io.winnow.core.config.ExactDedup;
import io.winnow.core.config.FitScope;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.ContentHash;
import io.winnow.core.manifest.DedupReport;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.core.manifest.InputReport;
import io.winnow.core.manifest.MoveReport;
import io.winnow.core.manifest.PreparedReport;
import io.winnow.core.manifest.PreparedReport.PreparedSplit;
import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.ApplyState;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.LabelReader;
import io.winnow.core.pipeline.PipelineFitter;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.split.SplitFitter;
import io.winnow.core.split.TrainRows;
import io.winnow.prepare.block.BlockParser;
import io.winnow.prepare.block.SparkRows;
import io.winnow.prepare.dedup.Deduplication;
import io.winnow.prepare.impute.KnnFill;
import io.winnow.prepare.library.MllibFits;
import io.winnow.prepare.source.Inputs;
import io.winnow.prepare.source.SourceTable;
import io.winnow.prepare.source.Sources;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import io.winnow.prepare.write.CurrentTest;
import io.winnow.prepare.write.PreparedWriter;
import io.winnow.prepare.write.RejectWriter;
import io.winnow.prepare.write.RowPreparer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a raw table: read, reject, deduplicate, split, fit on train only, apply to all, write.
 * Its result depends on the set of rows, the configuration and the seed alone.
 */
public final class PrepareJob {
  private final SparkSession spark;
  private final PipelineConfig config;
  private final TableSchema table;
  private final LoadedConfig loaded;
  private final Run run;
  private final Stages stages;
  private final List<Warning> warnings = new ArrayList<>();
  private final List<JavaRDD<RowBlock>> persisted = new ArrayList<>();
  private final RowLayout layout;
  private DedupReport dedup = DedupReport.NONE;

  private PrepareJob(SparkSession spark, LoadedConfig loaded, Run run, Consumer<String> progress) {
    this.spark = spark;
    this.loaded = loaded;
    this.config = loaded.pipeline();
    this.table = loaded.table();
    this.run = run;
    this.stages = new Stages(progress);
    this.layout =
        Deduplication.carried(
            RowLayout.of(table, config.label(), config.split()), table, config.dedup());
  }

  /**
   * Prepares the table into the folder of a run.
   *
   * @param progress told of each stage
   * @throws WinnowException when the data fails a declared check; the run's folder then holds
   *     rejects and the audit of duplicates at most
   */
  public static PrepareResult run(
      SparkSession spark, LoadedConfig loaded, Run run, Consumer<String> progress) {
    PrepareJob job = new PrepareJob(spark, loaded, run, progress);
    try {
      return job.prepare();
    } finally {
      job.persisted.forEach(blocks -> blocks.unpersist(false));
    }
  }

  private PrepareResult prepare() {
    SensitiveCells sensitive = SensitiveCells.of(config.sensitive(), System::getenv);
    SourceTable source = Sources.open(spark, config.source(), table.source());
    source.verify();
    warnings.addAll(source.warnings());
    JavaRDD<RowBlock> parsed =
        persist(new BlockParser(table, layout, config.label(), sensitive).blocks(source.rows()));
    ReadState read = read(parsed);
    List<InputReport> inputs = Inputs.describe(spark, source, read.rows() + read.rejects());

    SparkRows distinct = distinct(parsed, read);
    LabelState labels = labels(distinct);
    LabelReader unmapped = LabelReader.of(layout, config.label());
    RowStep isLabelled = unmapped.labelled();
    Rows labelled = distinct.after(isLabelled);
    List<String> classes = classes(labels);

    SplitAssignment splits = split(labelled, classes);
    stages.end("split", labels.labelled(), labels.labelled());

    FitScope scope = scope();
    KnnFill fill =
        new KnnFill(
            config.impute().knn(),
            distinct,
            rows -> splits.train(rows.after(isLabelled), scope),
            this::persist);
    TrainRows train = splits.train(labelled, scope);
    PipelineFitter.Fit fit =
        PipelineFitter.fit(loaded, classes, train, warnings, fill, new MllibFits(spark));
    FittedPipeline pipeline = fit.pipeline();
    RecoverLines.of(fit.recovered()).forEach(stages::tell);
    ApplyState applied =
        fill.rows().after(isLabelled).scan(new ApplyState(pipeline, layout, splits));
    new AppliedCheck(config, warnings).check(applied, classes);
    stages.end("fit", labels.labelled(), AppliedCheck.prepared(applied));

    run.write("pipeline/pipeline.json", pipeline.toJson());
    fill.write(run);
    PreparedReport prepared = write(fill.rows(), pipeline, splits, applied);
    writeForCurrent(distinct, pipeline, splits, applied);
    stages.end("write", labels.labelled(), AppliedCheck.prepared(applied));
    return new PrepareResult(
        rows(read, labels, applied),
        dedup,
        stages.reports(),
        AppliedCheck.splitReport(config.split().strategy(), splits, applied, moves()),
        AppliedCheck.featureReport(pipeline, applied, fit.recovered()),
        prepared,
        inputs,
        pipeline,
        warnings);
  }

  private ReadState read(JavaRDD<RowBlock> parsed) {
    ReadState read = ReadState.of(parsed);
    long all = read.rows() + read.rejects();
    if (all == 0) {
      throw WinnowException.data(
          "%s: the table has a header but no rows".formatted(config.source().described()));
    }
    stages.end("read", all, read.rows());
    if (read.rejects() > 0) {
      RejectWriter.write(spark, parsed, run.path("rejects"));
    }
    double share = (double) read.rejects() / all;
    if (share > config.rejects().maxShare()) {
      throw WinnowException.data(
          "%s: %d of %d rows (%.4f) are rejected, more than rejects.maxShare=%s; first reason: %s; see %s"
              .formatted(
                  config.source().described(),
                  read.rejects(),
                  all,
                  share,
                  config.rejects().maxShare(),
                  read.firstReason(),
                  run.path("rejects")));
    }
    return read;
  }

  private SparkRows distinct(JavaRDD<RowBlock> parsed, ReadState read) {
    if (config.dedup().exact() == ExactDedup.NONE && config.dedup().near() == null) {
      return new SparkRows(parsed, layout);
    }
    Deduplication.Distinct distinct =
        new Deduplication(spark, table, layout, config.dedup(), parsed, read.rows())
            .run(run.path("dedup"), stages::tell);
    persisted.add(distinct.blocks());
    warnings.addAll(distinct.warnings());
    dedup = distinct.report();
    stages.end("dedup", read.rows(), distinct.rows());
    return new SparkRows(distinct.blocks(), layout);
  }

  private LabelState labels(SparkRows rows) {
    LabelState.Classes counted =
        isRegression() ? LabelState.Classes.NONE : LabelState.Classes.COUNTED;
    LabelState labels = rows.scan(new LabelState(LabelReader.of(layout, config.label()), counted));
    if (labels.labelled() == 0) {
      throw WinnowException.data(
          "label column '%s': no row has a label".formatted(config.label().column()));
    }
    stages.end("label", labels.labelled() + labels.unlabelled(), labels.labelled());
    return labels;
  }

  private List<String> classes(LabelState labels) {
    return isRegression()
        ? List.of()
        : ClassOrder.of(config.label(), labels.classes().counts().keySet());
  }

  private SplitAssignment split(Rows labelled, List<String> classes) {
    String label = config.label().column();
    if (isRegression()) {
      return SplitFitter.fitRegression(config.split(), labelled, layout.number(label));
    }
    LabelReader strata = new LabelReader(layout, label, config.label().map(), classes);
    return SplitFitter.fit(config.split(), labelled, strata);
  }

  /** Only strategy hash promises that rows stay, so only it pays for looking. */
  private @Nullable MoveReport moves() {
    if (config.split().strategy() != SplitStrategy.HASH) {
      return null;
    }
    return RunStore.open(config.root(), spark.sparkContext().hadoopConfiguration())
        .published(run.pipeline())
        .filter(before -> before.exists("prepared/train"))
        .map(before -> SplitMoves.between(spark, before, run))
        .orElse(null);
  }

  private FitScope scope() {
    FitScope scope = config.fit().scope();
    if (scope == FitScope.ALL) {
      warnings.add(
          new Warning(
              "LEAKING",
              "fit.scope=all: statistics are learnt from validation and test too, so the test"
                  + " metrics are too good; use fit.scope=train"));
    }
    return scope;
  }

  private boolean isRegression() {
    return layout.number(config.label().column()) >= 0;
  }

  private PreparedReport write(
      SparkRows rows, FittedPipeline pipeline, SplitAssignment splits, ApplyState applied) {
    PreparedWriter writer = new PreparedWriter(spark, config.output(), pipeline);
    RowPreparer preparer =
        new RowPreparer(pipeline, layout, splits, config.output().layout(), null);
    Map<Split, Long> counts = new EnumMap<>(Split.class);
    Map<Split, String> paths = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      counts.put(split, applied.of(split).rows());
      paths.put(split, run.path(folder(split)));
    }
    ContentHash all = new ContentHash();
    Map<String, PreparedSplit> written = new LinkedHashMap<>();
    writer
        .write(rows, preparer, counts, paths)
        .forEach(
            (split, files) -> {
              ContentHash hash = applied.of(split).hash();
              all.merge(hash);
              written.put(
                  split.key(),
                  new PreparedSplit(
                      folder(split), files.rows(), files.files(), files.bytes(), hash.hex()));
            });
    return new PreparedReport(all.hex(), written);
  }

  /** Test as the published run prepares it, where a gate compares with that run's model. */
  private void writeForCurrent(
      SparkRows rows, FittedPipeline pipeline, SplitAssignment splits, ApplyState applied) {
    long count = applied.of(Split.TEST).rows();
    if (count == 0 || config.gates().values().stream().allMatch(gate -> gate.tolerance() == null)) {
      return;
    }
    RunStore.open(config.root(), spark.sparkContext().hadoopConfiguration())
        .published(run.pipeline())
        .ifPresent(
            current ->
                CurrentTest.write(
                    spark, config.output(), current, rows, splits, pipeline, count, run));
  }

  private static String folder(Split split) {
    return "prepared/" + split.key();
  }

  private RowCounts rows(ReadState read, LabelState labels, ApplyState applied) {
    long distinct = labels.labelled() + labels.unlabelled();
    NearReport near = dedup.near();
    long nearDuplicates = near == null ? 0 : near.removed();
    return new RowCounts(
        read.rows() + read.rejects(),
        read.rejects(),
        read.rows() - distinct - nearDuplicates,
        nearDuplicates,
        labels.unlabelled(),
        applied.unassigned(),
        AppliedCheck.dropped(applied),
        AppliedCheck.outliers(applied),
        AppliedCheck.prepared(applied));
  }

  private JavaRDD<RowBlock> persist(JavaRDD<RowBlock> blocks) {
    persisted.add(blocks);
    return blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }
}
