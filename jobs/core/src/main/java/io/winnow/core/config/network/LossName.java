package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Loss functions of an output layer. */
@EnumNaming(CamelCaseStrategy.class)
public enum LossName {
  /** Negative log likelihood of the class. */
  CROSS_ENTROPY,
  /** Mean squared error. */
  MSE,
  /** Mean absolute error. */
  MAE
}
