package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a column is there for. */
@EnumNaming(CamelCaseStrategy.class)
public enum Part {
  /** It takes part in the distance; its own missing cells are filled in another way. */
  DISTANCE,
  /** Its missing cells are filled; it says nothing about how near two rows are. */
  TARGET,
  /** Both. */
  BOTH
}
