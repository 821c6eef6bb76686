package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens to a row without a label. */
@EnumNaming(CamelCaseStrategy.class)
public enum MissingLabel {
  /** It is left out and counted as unlabelled. */
  DROP,
  /** It is rejected like a row that does not parse. */
  REJECT
}
