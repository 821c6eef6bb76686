package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Distributions of initial weights, by their names in Deeplearning4j. */
@EnumNaming(CamelCaseStrategy.class)
public enum WeightInitName {
  /** All 0. */
  ZERO,
  /** All 1. */
  ONES,
  /** Normal with variance 2 / (in + out) (Glorot and Bengio 2010). */
  XAVIER,
  /** Uniform with the same variance. */
  XAVIER_UNIFORM,
  /** Normal with variance 2 / in (He 2015). */
  RELU,
  /** Uniform with the same variance. */
  RELU_UNIFORM,
  /** Normal with variance 1 / in. */
  LECUN_NORMAL,
  /** Uniform with the same variance. */
  LECUN_UNIFORM,
  /** Normal with standard deviation 1 / sqrt(in). */
  NORMAL,
  /** Uniform within 1 / sqrt(in). */
  UNIFORM
}
