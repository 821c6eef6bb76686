package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the t of a schedule counts. */
@EnumNaming(CamelCaseStrategy.class)
public enum SchedulePer {
  /** Minibatches. */
  ITERATION,
  /** Passes over train. */
  EPOCH
}
