package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens to a column whose quartiles are equal. */
@EnumNaming(CamelCaseStrategy.class)
public enum ZeroIqr {
  /** It gets no fences, with a warning. */
  SKIP,
  /** Its fences are the quartile itself. */
  APPLY
}
