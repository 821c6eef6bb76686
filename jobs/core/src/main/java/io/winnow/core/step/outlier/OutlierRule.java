package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How fences are found, always on the observed train values. */
@EnumNaming(CamelCaseStrategy.class)
public enum OutlierRule {
  /** Tukey: {@code q1 - k * iqr} and {@code q3 + k * iqr}. */
  IQR,
  /** {@code mean - k * standardDeviation} and {@code mean + k * standardDeviation}. */
  Z_SCORE,
  /**
   * Iglewicz and Hoaglin: values with {@code 0.6745 * |x - median| / MAD > k}, where MAD is the
   * median of {@code |x - median|}.
   */
  MODIFIED_Z_SCORE
}
