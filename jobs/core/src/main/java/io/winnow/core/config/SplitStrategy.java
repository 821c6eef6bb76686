package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How rows are assigned to train, validation and test. */
@EnumNaming(CamelCaseStrategy.class)
public enum SplitStrategy {
  /** Exact quotas in every class. */
  STRATIFIED,
  /** Exact quotas over all rows. */
  RANDOM,
  /** As a column of the table says. */
  COLUMN
}
