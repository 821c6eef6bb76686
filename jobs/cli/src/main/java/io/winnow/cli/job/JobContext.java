package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.manifest.StageReport;
import io.winnow.prepare.write.S3aCommitter;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What stages work with.
 *
 * @param console told of progress
 */
public record JobContext(Console console, SparkSessionSource sparkSource) {

  /** The session, started where none runs; its jobs bear the run's id from now on. */
  SparkSession spark(Attempt attempt) {
    SparkSession session = spark(attempt.config());
    String run = attempt.run().id();
    session.sparkContext().setJobGroup(run, "winnow " + run, false);
    return session;
  }

  /** The session for a pipeline, which writes in the way that its root needs. */
  SparkSession spark(PipelineConfig config) {
    SparkSession session = sparkSource.session(config.pipeline());
    S3aCommitter.use(session, config.root());
    return session;
  }

  /** Notes a stage that has ended, and tells of it. */
  void ended(Attempt attempt, StageReport stage) {
    attempt.draft().addStages(List.of(stage));
    console.progress(stage.line());
  }
}
