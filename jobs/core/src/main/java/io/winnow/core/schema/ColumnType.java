package io.winnow.core.schema;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the cells of a column are. */
@EnumNaming(CamelCaseStrategy.class)
public enum ColumnType {
  /** Finite numbers. */
  NUMBER,
  /** Whole numbers, kept as doubles. */
  INTEGER,
  /** One of a set of texts. */
  CATEGORY,
  /** Any text; never a feature. */
  TEXT,
  /** ISO dates or times, as {@link IsoTime} reads them; never a feature. */
  DATE
}
