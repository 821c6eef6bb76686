package io.winnow.core.profile.check;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a check measures. */
@EnumNaming(CamelCaseStrategy.class)
public enum CheckType {
  /** Share of the rows that have a value. */
  COMPLETENESS,
  /** Different values per row. */
  UNIQUENESS,
  /** Share of the values within bounds. */
  RANGE,
  /** Share of the values that are in a set. */
  SET,
  /** Share of the values that match a pattern as a whole. */
  REGEX,
  /** Rows of the table. */
  ROW_COUNT,
  /** Relative change of a metric since the last published run. */
  CHANGE;

  /** Whether values are looked at one by one. */
  boolean isPerValue() {
    return this == RANGE || this == SET || this == REGEX;
  }
}
