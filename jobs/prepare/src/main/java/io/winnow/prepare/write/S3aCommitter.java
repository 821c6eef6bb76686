package io.winnow.prepare.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * How tables are written below {@code s3a://}: by the magic committer, which uploads parts that
 * appear all at once when the job commits. The classic committer renames instead, and a rename
 * there is a copy and a delete, so that a table could be seen half.
 *
 * <p>Its settings are made here, for every user; other ones are refused.
 */
public final class S3aCommitter {
  private static final String SCHEME = "s3a";
  private static final String NAME = "magic";
  private static final String HADOOP_PREFIX = "spark.hadoop.";
  private static final String PROTOCOL =
      "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol";

  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "spark.hadoop.fs.s3a.committer.name",
              NAME,
              "spark.hadoop.fs.s3a.committer.magic.enabled",
              "true",
              "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
              "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
              "spark.sql.sources.commitProtocolClass",
              PROTOCOL,
              "spark.sql.parquet.output.committer.class",
              "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter"));

  private static final List<String> CLASSES =
      List.of("org.apache.hadoop.fs.s3a.S3AFileSystem", PROTOCOL);

  private S3aCommitter() {}

  /**
   * Checks, before anything starts, that a root can be written whole.
   *
   * @param settings value of a Spark setting that somebody has made, or null
   * @throws WinnowException when a library is missing, or another committer is configured
   */
  public static void check(String root, UnaryOperator<@Nullable String> settings) {
    if (!scheme(root).equals(SCHEME)) {
      return;
    }
    CLASSES.forEach(name -> checkClass(root, name));
    SETTINGS.forEach(
        (key, value) -> {
          String configured = settings.apply(key);
          if (configured != null && !configured.equals(value)) {
            throw WinnowException.usage(
                "%s=%s: with root '%s' tables are written by the magic committer, since another one can leave them half written; leave this setting out"
                    .formatted(key, configured, root));
          }
        });
  }

  /** Lets a session write by the magic committer, if the root needs it. */
  public static void use(SparkSession spark, String root) {
    if (scheme(root).equals(SCHEME)) {
      SETTINGS.forEach(
          (key, value) ->
              spark
                  .conf()
                  .set(
                      key.startsWith(HADOOP_PREFIX) ? key.substring(HADOOP_PREFIX.length()) : key,
                      value));
    }
  }

  /**
   * Checks how a table was written, by the file that the committer leaves.
   *
   * @param folder of the table
   * @throws WinnowException when another committer was at work
   */
  public static void verify(String folder, Configuration configuration) {
    if (!scheme(folder).equals(SCHEME)) {
      return;
    }
    Path success = new Path(folder, "_SUCCESS");
    String committer = committer(success, configuration);
    if (!committer.equals(NAME)) {
      throw new WinnowException(
          ExitCode.FAULT,
          "%s: names the committer '%s' instead of '%s', so the table may not be whole; check the Spark settings of committers"
              .formatted(success, committer, NAME));
    }
  }

  /** The name that the file holds; the classic committer leaves it empty. */
  private static String committer(Path success, Configuration configuration) {
    try {
      FileSystem files = success.getFileSystem(configuration);
      try (FSDataInputStream in = files.open(success)) {
        JsonNode content = Json.MAPPER.readTree(in.readAllBytes());
        return content.path("committer").asText();
      }
    } catch (JsonProcessingException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + success, e);
    }
  }

  private static void checkClass(String root, String name) {
    try {
      Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw WinnowException.usage(
          "root: '%s' needs the class %s; give spark-submit --packages org.apache.hadoop:hadoop-aws:%s,org.apache.spark:spark-hadoop-cloud_2.12:%s"
              .formatted(root, name, VersionInfo.getVersion(), package$.MODULE$.SPARK_VERSION()));
    }
  }

  private static String scheme(String location) {
    int end = location.indexOf("://");
    return end < 0 ? "" : location.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
