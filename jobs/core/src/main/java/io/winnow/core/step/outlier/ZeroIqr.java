package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * What happens to a column whose spread is 0: equal quartiles, or a standard deviation or median
 * absolute deviation of 0, whichever its rule takes.
 */
@EnumNaming(CamelCaseStrategy.class)
public enum ZeroIqr {
  /** It gets no fences, with a warning. */
  SKIP,
  /** Its fences are the one value in the middle. */
  APPLY
}
