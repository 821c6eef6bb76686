package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.cli.spark.SparkSessionSource;
import org.apache.spark.sql.SparkSession;

/**
 * What stages work with.
 *
 * @param console told of progress
 */
public record JobContext(Console console, SparkSessionSource sparkSource) {

  /** The session, started where none runs. */
  SparkSession spark(Attempt attempt) {
    return sparkSource.session(attempt.run().pipeline());
  }
}
