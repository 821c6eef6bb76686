package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Splits that lose rows with outliers. */
@EnumNaming(CamelCaseStrategy.class)
public enum DeleteFrom {
  /** Train only: validation and test stay as they come. */
  TRAIN,
  /** All three. */
  ALL
}
