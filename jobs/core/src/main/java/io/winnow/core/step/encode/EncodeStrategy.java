package io.winnow.core.step.encode;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a category becomes numbers. */
@EnumNaming(CamelCaseStrategy.class)
public enum EncodeStrategy {
  /** One slot per category of train, 1 where it is the cell. */
  ONE_HOT,
  /** One feature: the place of the category in the vocabulary of train. */
  ORDINAL,
  /** A fixed number of slots, of which a hash of the category chooses one. */
  HASH
}
