package io.winnow.cli.job;

import io.winnow.cli.report.ScoreReport;
import io.winnow.core.manifest.CurrentMetrics;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.manifest.Warning;
import io.winnow.core.metrics.ClassificationMetrics;
import io.winnow.core.metrics.Metrics;
import io.winnow.network.bundle.ModelBundle;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.write.CurrentTest;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.PreparedSplit;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Loads the saved model again, verifies it, and measures it on rows it has never seen. */
final class EvaluateStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    ModelBundle bundle = SavedModel.verified(attempt);
    context.console().progress("model saved, loaded again and verified");
    Stopwatch watch = Stopwatch.started();
    SparkSession spark = context.spark(attempt);
    PreparedSplit test = Prepared.split(spark, attempt, "test");
    if (test.isEmpty()) {
      attempt.draft().metrics(onValidation(attempt, bundle, spark));
    } else {
      TestMetrics metrics = measured(attempt, bundle, test);
      attempt.draft().metrics(new MetricsReport(metrics, null, current(attempt, spark)));
      context.ended(attempt, watch.stage("evaluate", metrics.rows(), metrics.rows()));
    }
    attempt.reach(RunStatus.EVALUATED);
  }

  /** The published model on the same rows, if the run was prepared to be compared with it. */
  private static @Nullable CurrentMetrics current(Attempt attempt, SparkSession spark) {
    CurrentTest compared = CurrentTest.in(attempt.run()).orElse(null);
    if (compared == null) {
      return null;
    }
    Run current = attempt.store().find(compared.run());
    ModelBundle bundle = ModelBundle.read(name -> current.read(SavedModel.FOLDER + "/" + name));
    PreparedSplit rows = PreparedSplit.read(spark, attempt.run().path(CurrentTest.FOLDER));
    return new CurrentMetrics(compared.run(), MeasuredMetrics.of(measure(bundle, rows)));
  }

  private static MetricsReport onValidation(
      Attempt attempt, ModelBundle bundle, SparkSession spark) {
    attempt
        .draft()
        .addWarnings(
            List.of(
                new Warning(
                    "NO_TEST_ROWS",
                    "split.ratios leaves no rows for test: the metrics are those of validation,"
                        + " which training has seen")));
    PreparedSplit validation = Prepared.split(spark, attempt, "validation");
    return new MetricsReport(
        null, validation.isEmpty() ? null : measured(attempt, bundle, validation));
  }

  private static TestMetrics measured(Attempt attempt, ModelBundle bundle, PreparedSplit split) {
    Metrics metrics = measure(bundle, split);
    if (metrics instanceof ClassificationMetrics classes) {
      attempt
          .run()
          .write(ScoreReport.FILE, ScoreReport.of(split.name(), classes.curves()).toJson());
    }
    return MeasuredMetrics.of(metrics);
  }

  private static Metrics measure(ModelBundle bundle, PreparedSplit split) {
    return Evaluation.measure(bundle.network(), bundle.label(), split);
  }
}
