package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What two observed cells of one column add to the squared distance of their rows. */
@EnumNaming(CamelCaseStrategy.class)
public enum Measure {
  /** Numbers a and b: ((a − b) / scale)². */
  DIFFERENCE,
  /** Categories: 0 when equal, else 1. Their cells are whole numbers, one per category. */
  OVERLAP
}
