package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which rows statistics are learnt from. */
@EnumNaming(CamelCaseStrategy.class)
public enum FitScope {
  /** Rows of train. */
  TRAIN,
  /** Rows of every split, so that validation and test leak into what is learnt. */
  ALL
}
