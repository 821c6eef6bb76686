package io.winnow.prepare.write;

import io.winnow.core.config.Json;
import io.winnow.core.config.OutputConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedColumn;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.row.RowLayout;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.prepare.block.SparkRows;
import io.winnow.prepare.store.PipelineFolder;
import io.winnow.prepare.store.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The test rows of a new run as the published run prepares them, so that its model can be measured
 * on the very rows, with the very labels, that the new one is measured on: the published run
 * deletes no outliers among them.
 *
 * @param run id of the published run
 */
public record CurrentTest(String run) {
  /** Folder of the rows in the new run. */
  public static final String FOLDER = "comparison/test";

  private static final String FILE = "comparison/current.json";

  /** What a run was prepared to be compared with, if anything. */
  public static Optional<CurrentTest> in(Run run) {
    return run.content(FILE).map(CurrentTest::read);
  }

  /**
   * Writes the rows into the folder of the new run.
   *
   * @param current the published run
   * @param rows all rows, of all splits, without fills from neighbours
   * @param prepared pipeline of the new run, which picks the rows and reads their labels
   * @param count rows of test in the new run
   * @throws WinnowException when the published run predicts something else, reads columns that the
   *     table no longer has, or has nothing to put for a missing cell in some of the rows
   */
  public static void write(
      SparkSession spark,
      OutputConfig output,
      Run current,
      SparkRows rows,
      SplitAssignment splits,
      FittedPipeline prepared,
      long count,
      Run run) {
    PipelineFolder folder =
        PipelineFolder.of(current.path("pipeline"), spark.sparkContext().hadoopConfiguration());
    FittedPipeline published = folder.pipeline();
    check(published, rows.layout(), prepared.label(), current);
    FittedPipeline pipeline = published.onTestOf(prepared);
    KnnImputer imputer = folder.imputer(pipeline);
    RowPreparer preparer =
        new RowPreparer(
            pipeline,
            rows.layout(),
            splits,
            output.layout(),
            imputer == null
                ? null
                : JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(imputer));
    SparkRows test = new TestRows(prepared, rows.layout(), splits).of(rows);
    try {
      new PreparedWriter(spark, output, pipeline)
          .write(test, preparer, Map.of(Split.TEST, count), Map.of(Split.TEST, run.path(FOLDER)));
    } catch (RowCountException e) {
      throw incomparable(current, "it drops test rows with a missing cell");
    }
    run.write(FILE, Json.pretty(new CurrentTest(current.id())));
  }

  private static void check(
      FittedPipeline pipeline, RowLayout layout, FittedLabel label, Run current) {
    FittedLabel before = pipeline.label();
    if (!before.column().equals(label.column())
        || before.task() != label.task()
        || !before.classes().equals(label.classes())) {
      throw incomparable(current, "it predicts other labels");
    }
    pipeline
        .columns()
        .forEach(
            (name, column) -> {
              if (!isCarried(name, column, layout)) {
                throw incomparable(current, "it needs column '%s' as it was then".formatted(name));
              }
            });
  }

  private static boolean isCarried(String name, FittedColumn column, RowLayout layout) {
    return column instanceof FittedColumn.Numeric
        ? layout.number(name) >= 0
        : layout.text(name) >= 0;
  }

  private static WinnowException incomparable(Run current, String why) {
    return new WinnowException(
        ExitCode.GATE,
        "gates: the model of run '%s' cannot be compared with: %s; publish one run without gates.*.tolerance"
            .formatted(current.id(), why));
  }

  private static CurrentTest read(byte[] json) {
    try {
      return Json.MAPPER.readValue(json, CurrentTest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}
