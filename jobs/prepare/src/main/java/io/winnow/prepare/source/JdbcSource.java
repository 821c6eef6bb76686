package io.winnow.prepare.source;

import io.winnow.core.config.JdbcConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.KnownSecrets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A table or query of a database, through Spark's JDBC reader. */
final class JdbcSource {
  private JdbcSource() {}

  /**
   * Asks the database for the columns.
   *
   * @param key of the configuration, for messages
   * @param where the table, for messages
   * @param variables value of an environment variable, or null
   * @throws WinnowException when a variable is not set, or the database cannot be reached or
   *     refuses
   */
  static Dataset<Row> open(
      SparkSession spark,
      String key,
      String where,
      JdbcConfig config,
      UnaryOperator<@Nullable String> variables) {
    Map<String, String> options = new TreeMap<>();
    options.put("url", config.url());
    // A query that is read in ranges must be a relation.
    options.put(
        "dbtable", config.table() != null ? config.table() : config.relation() + " winnow_source");
    options.put("fetchsize", Integer.toString(config.fetchSize()));
    if (config.partitionColumn() != null) {
      options.put("partitionColumn", config.partitionColumn());
      options.put("lowerBound", Objects.requireNonNull(config.lowerBound()));
      options.put("upperBound", Objects.requireNonNull(config.upperBound()));
      options.put("numPartitions", Objects.requireNonNull(config.partitions()).toString());
    }
    putVariable(options, "user", key + ".userVariable", config.userVariable(), variables);
    putVariable(
        options, "password", key + ".passwordVariable", config.passwordVariable(), variables);
    return SparkReason.of(
        key + ": '" + where + "' cannot be read",
        () -> spark.read().format("jdbc").options(options).load());
  }

  private static void putVariable(
      Map<String, String> options,
      String option,
      String key,
      @Nullable String variable,
      UnaryOperator<@Nullable String> variables) {
    if (variable == null) {
      return;
    }
    String value = variables.apply(variable);
    if (value == null) {
      throw WinnowException.usage(
          "%s: environment variable '%s' is not set; set it to the %s of the database"
              .formatted(key, variable, option));
    }
    if (option.equals("password")) {
      KnownSecrets.remember(value);
    }
    options.put(option, value);
  }
}
