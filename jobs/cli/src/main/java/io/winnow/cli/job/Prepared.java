package io.winnow.cli.job;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.PreparedReport;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.step.impute.knn.DonorFile;
import io.winnow.prepare.store.Run;
import io.winnow.train.feed.PreparedSplit;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What the prepare stage left in an attempt. */
final class Prepared {
  static final String PIPELINE = "pipeline/pipeline.json";
  private static final String DONORS = "pipeline/" + DonorFile.NAME;

  private Prepared() {}

  /**
   * The fitted pipeline of an attempt.
   *
   * @throws WinnowException when the attempt is not prepared
   */
  static FittedPipeline pipeline(Attempt attempt) {
    required(attempt);
    return pipeline(attempt.run());
  }

  /** The fitted pipeline of a run that has one. */
  static FittedPipeline pipeline(Run run) {
    return FittedPipeline.read(run.path(PIPELINE), run.read(PIPELINE));
  }

  /** The rows that missing cells are filled from, null when none are needed. */
  static byte @Nullable [] donors(Run run) {
    return pipeline(run).knn() == null ? null : run.read(DONORS);
  }

  /** One prepared split, which may be empty. */
  static PreparedSplit split(SparkSession spark, Attempt attempt, String name) {
    PreparedReport.PreparedSplit split = required(attempt).splits().get(name);
    return split == null || split.rows() == 0
        ? PreparedSplit.empty(name)
        : PreparedSplit.read(spark, attempt.run().path(split.path()));
  }

  /** Rows of one prepared split. */
  static long rows(Attempt attempt, String name) {
    PreparedReport.PreparedSplit split = required(attempt).splits().get(name);
    return split == null ? 0 : split.rows();
  }

  private static PreparedReport required(Attempt attempt) {
    PreparedReport prepared = attempt.manifest().prepared();
    if (prepared == null) {
      throw WinnowException.usage(
          "run '%s' has no prepared data; use prepare first".formatted(attempt.run().id()));
    }
    return prepared;
  }
}
