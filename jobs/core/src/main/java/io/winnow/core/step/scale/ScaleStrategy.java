package io.winnow.core.step.scale;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a numeric feature is scaled, always by statistics of train. */
@EnumNaming(CamelCaseStrategy.class)
public enum ScaleStrategy {
  /** {@code (x - mean) / standard deviation}. */
  STANDARD,
  /** {@code (x - min) / (max - min)}: train lies in [0, 1]. */
  MIN_MAX,
  /** {@code (x - median) / (q3 - q1)}. */
  ROBUST,
  /** {@link #STANDARD} of {@code sign(x) * log(1 + |x|)}. */
  LOG,
  /** Not at all. */
  NONE
}
