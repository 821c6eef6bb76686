package io.winnow.prepare.block;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * Takes cells of one column out of Spark's rows: as numbers, texts, dates and times as ISO texts in
 * UTC, or whatever Java has.
 */
@FunctionalInterface
interface CellReader {
  /** Microseconds of a second. */
  long MICROS_PER_SECOND = 1_000_000;

  /** Nanoseconds of a microsecond. */
  int NANOS_PER_MICRO = 1000;

  /** The cell of a row in a column, or null when there is none. */
  @Nullable Object read(InternalRow row, int column);

  /** Readers of those columns. */
  static CellReader[] of(StructType columns) {
    return Arrays.stream(columns.fields())
        .map(field -> of(field.dataType()))
        .toArray(CellReader[]::new);
  }

  /** A reader of a column of that type. */
  static CellReader of(DataType type) {
    if (type.equals(DataTypes.DoubleType)) {
      return (row, column) -> row.isNullAt(column) ? null : row.getDouble(column);
    }
    if (type.equals(DataTypes.LongType)) {
      return (row, column) -> row.isNullAt(column) ? null : row.getLong(column);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return (row, column) -> row.isNullAt(column) ? null : row.getInt(column);
    }
    if (type.equals(DataTypes.StringType)) {
      return new Texts();
    }
    if (type.equals(DataTypes.DateType)) {
      return (row, column) ->
          row.isNullAt(column) ? null : LocalDate.ofEpochDay(row.getInt(column)).toString();
    }
    if (type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)) {
      // Java's own Timestamp would show it in the time zone of the machine.
      return (row, column) -> row.isNullAt(column) ? null : utc(row.getLong(column));
    }
    Function1<Object, Object> converter = CatalystTypeConverters.createToScalaConverter(type);
    return (row, column) -> converter.apply(row.get(column, type));
  }

  private static String utc(long microseconds) {
    return LocalDateTime.ofEpochSecond(
            Math.floorDiv(microseconds, MICROS_PER_SECOND),
            (int) Math.floorMod(microseconds, MICROS_PER_SECOND) * NANOS_PER_MICRO,
            ZoneOffset.UTC)
        .toString();
  }

  /** Texts, each of which is decoded once while it comes often. */
  final class Texts implements CellReader {
    /** Beyond so many different texts a column does not repeat itself enough to remember them. */
    private static final int REMEMBERED = 1 << 12;

    private final Map<UTF8String, String> decoded = new HashMap<>();

    @Override
    public @Nullable Object read(InternalRow row, int column) {
      UTF8String cell = row.getUTF8String(column);
      if (cell == null) {
        return null;
      }
      String known = decoded.get(cell);
      if (known != null) {
        return known;
      }
      String text = cell.toString();
      if (decoded.size() < REMEMBERED) {
        decoded.put(cell.clone(), text);
      }
      return text;
    }
  }
}
