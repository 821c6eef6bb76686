package io.winnow.core.schema;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;

/** A number that is read off a date or time, in UTC and the proleptic Gregorian calendar. */
@EnumNaming(CamelCaseStrategy.class)
public enum DatePart {
  /** Year, the one part that does not come again. */
  YEAR(ChronoField.YEAR, 0),
  /** Quarter of the year, from 1. */
  QUARTER(IsoFields.QUARTER_OF_YEAR, 4),
  /** Month, from 1. */
  MONTH(ChronoField.MONTH_OF_YEAR, 12),
  /** Day of the month, from 1. */
  DAY_OF_MONTH(ChronoField.DAY_OF_MONTH, 31),
  /** Day of the week, from 1, which is Monday. */
  DAY_OF_WEEK(ChronoField.DAY_OF_WEEK, 7),
  /** Day of the year, from 1. */
  DAY_OF_YEAR(ChronoField.DAY_OF_YEAR, 366),
  /** Hour of the day, from 0. */
  HOUR(ChronoField.HOUR_OF_DAY, 24),
  /** Minute of the hour, from 0. */
  MINUTE(ChronoField.MINUTE_OF_HOUR, 60);

  private final TemporalField field;
  private final int period;

  DatePart(TemporalField field, int period) {
    this.field = field;
    this.period = period;
  }

  /** The part of a date and time. */
  int of(LocalDateTime time) {
    return time.get(field);
  }

  /** How many values there are until it begins again; 0 for the year. */
  int period() {
    return period;
  }

  /** Whether it comes again. */
  public boolean isCyclic() {
    return period > 0;
  }
}
