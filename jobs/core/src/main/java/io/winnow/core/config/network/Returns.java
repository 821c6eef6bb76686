package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a recurrent layer passes on. */
@EnumNaming(CamelCaseStrategy.class)
public enum Returns {
  /** The output of the last step. */
  LAST,
  /** The outputs of all steps. */
  SEQUENCE
}
