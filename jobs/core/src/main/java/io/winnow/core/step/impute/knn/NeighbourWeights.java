package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How much each neighbour counts. */
@EnumNaming(CamelCaseStrategy.class)
public enum NeighbourWeights {
  /** All alike. */
  UNIFORM,
  /** By 1/d; if any lies at distance 0, only those count, all alike. */
  DISTANCE
}
