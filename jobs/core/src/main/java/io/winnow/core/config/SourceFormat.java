package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a raw table is stored. */
@EnumNaming(CamelCaseStrategy.class)
public enum SourceFormat {
  /** Delimited text with a header line, also gzipped. */
  CSV,
  /** One JSON object a line, also gzipped. */
  JSON,
  /** Apache Parquet. */
  PARQUET,
  /** Apache ORC. */
  ORC,
  /** Apache Avro. */
  AVRO,
  /** A table or query of a database. */
  JDBC
}
