package io.winnow.core.step.impute;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What fills a missing cell. */
@EnumNaming(CamelCaseStrategy.class)
public enum ImputeStrategy {
  /** Mean of the observed train values. */
  MEAN,
  /** Median of the observed train values. */
  MEDIAN,
  /** Most frequent train value; of several the smallest. */
  MODE,
  /** A declared value. */
  CONSTANT,
  /** Nothing: the missing cell is a category of its own. */
  NONE
}
