package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a network is used for. */
@EnumNaming(CamelCaseStrategy.class)
public enum Phase {
  /** Forward and backward pass over minibatches. */
  TRAINING,
  /** Forward pass only. */
  INFERENCE
}
