package io.winnow.cli.stores;

import io.winnow.cli.SharedSpark;
import io.winnow.cli.spark.SparkSessionSource;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The tests' Spark with a session of its own, which reaches a place by the place's settings. */
record StoreSpark(Store.Place place, Map<String, String> given) implements SparkSessionSource {
  StoreSpark(Store.Place place) {
    this(place, Map.of());
  }

  @Override
  public SparkSession session(String pipeline) {
    SparkSession session = new SharedSpark().session(pipeline).newSession();
    place.settings().forEach((key, value) -> session.conf().set(key, value));
    return session;
  }

  @Override
  public @Nullable String setting(String key) {
    return given.get(key);
  }

  @Override
  public Configuration hadoop() {
    return place.configuration();
  }
}
