package io.winnow.cli.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The session of a process that is ours: with the master that spark-submit gave, or else within
 * this process on all its cores.
 */
public final class OwnSparkSession implements SparkSessionSource, AutoCloseable {
  private static final String HADOOP_PREFIX = "spark.hadoop.";

  private @Nullable SparkSession session;

  /** Whether the driver runs on the cluster, so that the process is not ours to end. */
  public static boolean runsOnCluster() {
    return new SparkConf().get("spark.submit.deployMode", "client").equals("cluster");
  }

  /** The Spark settings that the process was started with. */
  public static Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    for (var setting : new SparkConf().getAll()) {
      given.put(setting._1(), setting._2());
    }
    return given;
  }

  @Override
  public SparkSession session(String pipeline) {
    SparkSession running = session;
    if (running == null) {
      running = SparkSession.builder().config(settings(pipeline)).getOrCreate();
      session = running;
    }
    return running;
  }

  @Override
  public @Nullable String setting(String key) {
    return given().get(key);
  }

  @Override
  public Configuration hadoop() {
    Configuration hadoop = new Configuration();
    for (var setting : new SparkConf().getAllWithPrefix(HADOOP_PREFIX)) {
      hadoop.set(setting._1(), setting._2());
    }
    return hadoop;
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
    }
  }

  /** What spark-submit was told stays as it is. */
  private static SparkConf settings(String pipeline) {
    SparkConf settings = new SparkConf();
    settings.setIfMissing("spark.app.name", "winnow " + pipeline);
    settings.setIfMissing("spark.master", "local[*]");
    // Dates and times mean the same on every machine.
    settings.set("spark.sql.session.timeZone", "UTC");
    settings.setIfMissing("spark.ui.showConsoleProgress", "false");
    settings.setIfMissing(
        "spark.redaction.regex", "(?i)secret|password|token|access[.]?key|credential");
    // Parameters go out and come back in every round of training: floats that do not compress, of
    // which a checksum would cost as much as the way, and without a detour. Blocks stay at Spark's
    // size: every broadcast, each job's own included, zeroes a whole one however little it sends.
    settings.setIfMissing("spark.broadcast.compress", "false");
    settings.setIfMissing("spark.broadcast.checksum", "false");
    settings.setIfMissing("spark.task.maxDirectResultSize", "120m");
    if (settings.get("spark.master").startsWith("local")) {
      settings.setIfMissing("spark.ui.enabled", "false");
      settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      settings.setIfMissing("spark.driver.host", "localhost");
      // One process has no use for the 200 partitions that a cluster starts with.
      settings.setIfMissing(
          "spark.sql.shuffle.partitions",
          Integer.toString(2 * Runtime.getRuntime().availableProcessors()));
    }
    return settings;
  }
}
