package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How prepared features are stored. */
@EnumNaming(CamelCaseStrategy.class)
public enum OutputLayout {
  /** One MLlib vector. */
  VECTOR,
  /** One double column per feature. */
  COLUMNS
}
