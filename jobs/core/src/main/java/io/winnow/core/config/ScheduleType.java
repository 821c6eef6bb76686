package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a learning rate falls with t, in iterations or epochs. */
@EnumNaming(CamelCaseStrategy.class)
public enum ScheduleType {
  /** {@code rate * decay^t}. */
  EXPONENTIAL,
  /** {@code rate * decay^floor(t / every)}. */
  STEP,
  /** {@code rate / (1 + decay * t)}. */
  INVERSE
}
