package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How the target of a regression is scaled while training. */
@EnumNaming(CamelCaseStrategy.class)
public enum LabelScale {
  /** By mean and standard deviation of train; predictions are scaled back. */
  STANDARD,
  /** Not at all. */
  NONE
}
