package io.winnow.cli.console;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a command prints its result. */
@EnumNaming(CamelCaseStrategy.class)
public enum OutputFormat {
  /** Lines for a reader. */
  TEXT,
  /** One JSON document. */
  JSON
}
