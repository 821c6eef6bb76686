package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What averages the parameters. */
@EnumNaming(CamelCaseStrategy.class)
public enum Engine {
  /** Rounds over workers that stay. */
  ROUNDS,
  /** Deeplearning4j's own parameter averaging. */
  STOCK
}
