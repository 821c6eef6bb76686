package io.winnow.prepare;

import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.WinnowException;
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
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.split.SplitFitter;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.prepare.block.BlockParser;
import io.winnow.prepare.block.SparkRows;
import io.winnow.prepare.impute.KnnFill;
import io.winnow.prepare.library.MllibFits;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Fits a pipeline on a table of which every row is a train row: the fitting part of {@link
 * PrepareJob}, without duplicates, splits and files. On the train rows of a night's run it learns
 * the same.
 */
public final class TableFit {
  private final String where;
  private final LoadedConfig loaded;
  private final PipelineConfig config;
  private final Rejects rejects;
  private final RowLayout layout;
  private final List<Warning> warnings = new ArrayList<>();
  private final List<JavaRDD<RowBlock>> persisted = new ArrayList<>();

  /** What becomes of rows that do not parse. */
  public enum Rejects {
    /** The first reason is the fault of the fit. */
    FAIL,
    /** They are left out. */
    LEFT_OUT
  }

  /**
   * What was learnt.
   *
   * @param imputer the donors; null when neighbours fill no column
   */
  public record Fit(
      FittedPipeline pipeline, @Nullable KnnImputer imputer, List<Warning> warnings) {}

  private TableFit(String where, LoadedConfig loaded, Rejects rejects) {
    this.where = where;
    this.loaded = loaded;
    this.config = loaded.pipeline();
    this.rejects = rejects;
    layout = RowLayout.of(loaded.table(), config.label(), config.split());
  }

  /**
   * Fits all steps.
   *
   * @param where what to call the fit in messages
   * @param cells the columns of the schema in its order, derived ones left out
   * @throws WinnowException when there is nothing to learn from, a check fails, or the key of a
   *     sensitive column is not set
   */
  public static Fit run(String where, Dataset<Row> cells, LoadedConfig loaded, Rejects rejects) {
    TableFit fit = new TableFit(where, loaded, rejects);
    try {
      return fit.fit(cells);
    } finally {
      fit.persisted.forEach(blocks -> blocks.unpersist(false));
    }
  }

  private Fit fit(Dataset<Row> cells) {
    SensitiveCells sensitive = SensitiveCells.of(config.sensitive(), System::getenv);
    JavaRDD<RowBlock> parsed =
        persist(new BlockParser(loaded.table(), layout, config.label(), sensitive).blocks(cells));
    checkRead(ReadState.of(parsed));
    SparkRows rows = new SparkRows(parsed, layout);
    SplitAssignment whole = SplitFitter.whole();
    RowStep isLabelled = LabelReader.of(layout, config.label()).labelled();
    Rows labelled = rows.after(isLabelled);
    KnnFill fill =
        new KnnFill(
            config.impute().knn(),
            rows,
            table -> whole.train(table.after(isLabelled)),
            this::persist);
    List<String> classes = classes(rows);
    FittedPipeline pipeline =
        PipelineFitter.fit(
                loaded,
                classes,
                whole.train(labelled),
                warnings,
                fill,
                new MllibFits(cells.sparkSession()))
            .pipeline();
    ApplyState applied =
        fill.rows().after(isLabelled).scan(new ApplyState(pipeline, layout, whole));
    if (applied.of(Split.TRAIN).rows() == 0) {
      throw WinnowException.data(
          where
              + ": no row is left to learn from; check outlier.columns and impute strategy dropRow");
    }
    new AppliedCheck(config, warnings).check(applied, classes);
    return new Fit(pipeline, fill.imputer(), List.copyOf(warnings));
  }

  private void checkRead(ReadState read) {
    if (read.rejects() > 0) {
      String found =
          "%d of %d rows cannot be read; first reason: %s"
              .formatted(read.rejects(), read.rows() + read.rejects(), read.firstReason());
      switch (rejects) {
        case FAIL ->
            throw WinnowException.data(
                "%s: %s; set handleInvalid=skip to leave them out".formatted(where, found));
        case LEFT_OUT -> warnings.add(new Warning("REJECTED", found));
      }
    }
    if (read.rows() == 0) {
      throw WinnowException.data(
          where + ": the dataset has no rows to learn from; fit on one that has");
    }
  }

  private List<String> classes(SparkRows rows) {
    if (config.label().isAbsent()) {
      return List.of();
    }
    boolean isRegression = layout.number(config.label().column()) >= 0;
    LabelState labels =
        rows.scan(
            new LabelState(
                LabelReader.of(layout, config.label()),
                isRegression ? LabelState.Classes.NONE : LabelState.Classes.COUNTED));
    if (labels.labelled() == 0) {
      throw WinnowException.data(
          "%s: label column '%s': no row has a label".formatted(where, config.label().column()));
    }
    return isRegression
        ? List.of()
        : ClassOrder.of(config.label(), labels.classes().counts().keySet());
  }

  private JavaRDD<RowBlock> persist(JavaRDD<RowBlock> blocks) {
    persisted.add(blocks);
    return blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }
}
