package io.winnow.core.schema;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What a derived column is made of, whenever a row is read.
 *
 * @param column a column of type date
 */
public record DerivedPart(String column, DatePart part, Form form) implements Serializable {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1000;

  /** How a part becomes a number. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Form {
    /** As it is. */
    VALUE,
    /** sin(2π · part / period). */
    SIN,
    /** cos(2π · part / period). */
    COS
  }

  /** The name of the derived column, such as {@code bought.month} or {@code bought.month.sin}. */
  public String name() {
    String name = column + "." + camelCase(part.name());
    return switch (form) {
      case VALUE -> name;
      case SIN -> name + ".sin";
      case COS -> name + ".cos";
    };
  }

  /** The number of a time in microseconds since 1970-01-01T00:00Z. */
  public double of(long microseconds) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(microseconds, MICROS_PER_SECOND),
            (int) Math.floorMod(microseconds, MICROS_PER_SECOND) * NANOS_PER_MICRO,
            ZoneOffset.UTC);
    int value = part.of(time);
    return switch (form) {
      case VALUE -> value;
      case SIN -> StrictMath.sin(angle(value));
      case COS -> StrictMath.cos(angle(value));
    };
  }

  private double angle(int value) {
    return 2 * Math.PI * (value % part.period()) / part.period();
  }

  private static String camelCase(String constant) {
    return CamelCaseStrategy.INSTANCE.convertEnumToExternalName(constant);
  }
}
