package io.winnow.cli.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Where a command gets Spark from, once it needs it. */
public interface SparkSessionSource {
  /**
   * The session, started by the first call.
   *
   * @param pipeline names the application
   */
  SparkSession session(String pipeline);

  /** How file systems are reached; needs no session. */
  Configuration hadoop();
}
