package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How fences are found. */
@EnumNaming(CamelCaseStrategy.class)
public enum OutlierRule {
  /** Tukey: {@code q1 - k * iqr} and {@code q3 + k * iqr} of the observed train values. */
  IQR
}
