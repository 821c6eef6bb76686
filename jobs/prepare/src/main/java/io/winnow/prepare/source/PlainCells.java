package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a typed column in a form that depends on neither machine, session nor time zone: numbers
 * and texts as they are, booleans {@code true} and {@code false}, decimals without an exponent,
 * dates {@code 2026-11-23}, times {@code 2026-11-23T04:30:00Z} in UTC, and those without a zone
 * {@code 2026-11-23T04:30:00}.
 */
final class PlainCells {
  private static final UserDefinedFunction UTC =
      functions.udf((UDF1<@Nullable Long, @Nullable String>) PlainCells::utc, DataTypes.StringType);
  private static final UserDefinedFunction DECIMAL =
      functions.udf(
          (UDF1<@Nullable BigDecimal, @Nullable String>) PlainCells::decimal, DataTypes.StringType);

  private PlainCells() {}

  /**
   * The column in plain form.
   *
   * @param where file or table, for the message
   * @throws WinnowException when it is nested or of a type that has no plain form
   */
  static Column of(String where, String name, Column column, DataType type) {
    if (type instanceof DecimalType) {
      return DECIMAL.apply(column);
    }
    if (type instanceof TimestampType) {
      return UTC.apply(functions.unix_micros(column));
    }
    if (type instanceof TimestampNTZType) {
      return functions.translate(column.cast(DataTypes.StringType), " ", "T");
    }
    if (type instanceof DateType || type.equals(DataTypes.NullType)) {
      return column.cast(DataTypes.StringType);
    }
    if (type instanceof NumericType
        || type instanceof StringType
        || type.equals(DataTypes.BooleanType)) {
      return column;
    }
    throw WinnowException.usage(
        "%s: column '%s' is of type %s; only numbers, texts, booleans, dates and times are read; take plain parts of it with source.sql"
            .formatted(where, name, type.simpleString()));
  }

  private static @Nullable String utc(@Nullable Long micros) {
    if (micros == null) {
      return null;
    }
    long second = TimeUnit.SECONDS.toMicros(1);
    long nanos = TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, second));
    return Instant.ofEpochSecond(Math.floorDiv(micros, second), nanos).toString();
  }

  private static @Nullable String decimal(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
