package io.winnow.cli;

import io.winnow.cli.spark.SparkSessionSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The one Spark session of this module's tests; it ends with the JVM. */
public final class SharedSpark implements SparkSessionSource {
  @Override
  public SparkSession session(String pipeline) {
    return SparkSession.builder()
        .master("local[2]")
        .appName("winnow-cli-tests")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 3)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  @Override
  public @Nullable String setting(String key) {
    return null;
  }

  @Override
  public Configuration hadoop() {
    return new Configuration();
  }
}
