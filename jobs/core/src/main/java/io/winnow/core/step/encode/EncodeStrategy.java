package io.winnow.core.step.encode;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a category becomes numbers. */
@EnumNaming(CamelCaseStrategy.class)
public enum EncodeStrategy {
  /** One slot per category of train, 1 where it is the cell. */
  ONE_HOT
}
