package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether the textbook model counts a bias. */
@EnumNaming(CamelCaseStrategy.class)
public enum BiasCount {
  /** No. */
  IGNORED,
  /** Yes. */
  COUNTED
}
