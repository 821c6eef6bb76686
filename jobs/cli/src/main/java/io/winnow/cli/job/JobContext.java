package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.PipelineConfig;
import io.winnow.prepare.write.S3aCommitter;
import org.apache.spark.sql.SparkSession;

/**
 * What stages work with.
 *
 * @param console told of progress
 */
public record JobContext(Console console, SparkSessionSource sparkSource) {

  /** The session, started where none runs. */
  SparkSession spark(Attempt attempt) {
    return spark(attempt.config());
  }

  /** The session for a pipeline, which writes in the way that its root needs. */
  SparkSession spark(PipelineConfig config) {
    SparkSession session = sparkSource.session(config.pipeline());
    S3aCommitter.use(session, config.root());
    return session;
  }
}
