package io.winnow.core.metrics;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What is learnt. */
@EnumNaming(CamelCaseStrategy.class)
public enum Task {
  /** One of several classes; the label is the index of the class. */
  CLASSIFICATION,
  /** A number. */
  REGRESSION
}
