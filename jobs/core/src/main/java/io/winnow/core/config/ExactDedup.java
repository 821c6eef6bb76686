package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which rows count as exact duplicates. */
@EnumNaming(CamelCaseStrategy.class)
public enum ExactDedup {
  /** None. */
  NONE,
  /** Rows that are equal in every declared column. */
  ROW,
  /** Those, and then rows that are equal in the key columns, none of which is missing. */
  KEY
}
