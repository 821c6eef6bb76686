package io.winnow.cli.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Where a command gets Spark from, once it needs it. */
public interface SparkSessionSource {
  /**
   * The session, started by the first call.
   *
   * @param pipeline names the application
   */
  SparkSession session(String pipeline);

  /** A Spark setting that the process was started with, or null; needs no session. */
  @Nullable String setting(String key);

  /** How file systems are reached; needs no session. */
  Configuration hadoop();
}
