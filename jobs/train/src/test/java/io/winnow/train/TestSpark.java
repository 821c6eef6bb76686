package io.winnow.train;

import org.apache.spark.sql.SparkSession;

/** The one session of this module's tests. */
public final class TestSpark {
  private TestSpark() {}

  /** Two threads, few partitions, no user interface. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("winnow-train-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate();
  }
}
