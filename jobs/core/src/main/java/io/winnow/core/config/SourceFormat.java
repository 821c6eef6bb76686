package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How the raw table is stored. */
@EnumNaming(CamelCaseStrategy.class)
public enum SourceFormat {
  /** Delimited text with a header line, also gzipped. */
  CSV,
  /** Apache Parquet. */
  PARQUET
}
