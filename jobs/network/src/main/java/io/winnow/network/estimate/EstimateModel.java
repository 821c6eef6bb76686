package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The ways to estimate. */
@EnumNaming(CamelCaseStrategy.class)
public enum EstimateModel {
  /** Parameters and outputs, doubled for the backward pass. */
  TEXTBOOK,
  /** What Deeplearning4j allocates. */
  DL4J
}
