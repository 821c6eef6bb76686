package io.winnow.core.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database. Credentials come from environment variables of the driver and stand in no
 * file.
 *
 * @param table its name, or null
 * @param query a SELECT in the language of the database, or null
 * @param partitionColumn column whose range is divided, so that partitions are read at once; null
 *     reads all in one
 * @param lowerBound where the second-lowest range begins to be measured; does not filter
 * @param upperBound the end of the measure; does not filter
 * @param fetchSize rows that the database sends at a time
 * @param userVariable environment variable that holds the user, or null
 * @param passwordVariable environment variable that holds the password, or null
 */
public record JdbcConfig(
    String url,
    @Nullable String table,
    @Nullable String query,
    @Nullable String partitionColumn,
    @Nullable String lowerBound,
    @Nullable String upperBound,
    @Nullable Integer partitions,
    int fetchSize,
    @Nullable String userVariable,
    @Nullable String passwordVariable) {

  /** What is read: the name of the table, or the query in brackets. */
  public String relation() {
    return table != null ? table : "(" + Objects.requireNonNull(query) + ")";
  }
}
