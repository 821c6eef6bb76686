package io.winnow.core.step.scale;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How numeric features are scaled. */
@EnumNaming(CamelCaseStrategy.class)
public enum ScaleStrategy {
  /** {@code (x - mean) / standard deviation} of train. */
  STANDARD,
  /** Not at all. */
  NONE
}
