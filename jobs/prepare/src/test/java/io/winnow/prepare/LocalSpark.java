package io.winnow.prepare;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of this module's tests. */
public final class LocalSpark {
  private LocalSpark() {}

  /** The session; it ends with the JVM. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("winnow-prepare-tests")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 3)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
