package io.winnow.core.schema;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a column is for. */
@EnumNaming(CamelCaseStrategy.class)
public enum Role {
  /** Input of the network. */
  FEATURE,
  /** What is predicted. */
  LABEL,
  /** Names the row. */
  KEY,
  /** Rows that must stay together. */
  GROUP,
  /** Weight of the row. */
  WEIGHT,
  /** Never written and never a feature. */
  SENSITIVE,
  /** Only compared when duplicates are sought. */
  IGNORE
}
