package io.winnow.core.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * How many different values a column has.
 *
 * @param count exact, or an estimate with a standard error of 0.8 %
 */
public record DistinctCount(long count, Method method) {

  /** How the count is known. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Method {
    /** Counted one by one. */
    EXACT,
    /** Estimated, since there are more than the cap. */
    HYPER_LOG_LOG
  }

  /** Whether it is no estimate. */
  @JsonIgnore
  public boolean isExact() {
    return method == Method.EXACT;
  }
}
