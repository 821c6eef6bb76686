package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Activation functions. */
@EnumNaming(CamelCaseStrategy.class)
public enum ActivationName {
  /** The function of that name. */
  IDENTITY,
  /** The function of that name. */
  RELU,
  /** The function of that name. */
  LEAKY_RELU,
  /** The function of that name. */
  ELU,
  /** The function of that name. */
  SELU,
  /** The function of that name. */
  GELU,
  /** The function of that name. */
  SWISH,
  /** The function of that name. */
  SOFTPLUS,
  /** The function of that name. */
  SIGMOID,
  /** The function of that name. */
  TANH,
  /** The function of that name. */
  SOFTMAX
}
