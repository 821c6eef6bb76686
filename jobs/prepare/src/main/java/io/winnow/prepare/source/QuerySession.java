package io.winnow.prepare.source;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/** A session of its own for a query: its views and settings touch no other. */
final class QuerySession {
  private QuerySession() {}

  /** A session with the settings of another, but UTC, and without queries of files by path. */
  static SparkSession beside(SparkSession spark) {
    SparkSession session = spark.newSession();
    Map<String, String> settings = JavaConverters.mapAsJavaMap(spark.conf().getAll());
    settings.forEach(
        (key, value) -> {
          if (session.conf().isModifiable(key)) {
            session.conf().set(key, value);
          }
        });
    session.conf().set("spark.sql.session.timeZone", "UTC");
    // Each file that is read stands in the manifest.
    session.conf().set("spark.sql.runSQLOnFiles", false);
    return session;
  }
}
