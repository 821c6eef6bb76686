package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens to the rows of a cluster of near-duplicates. */
@EnumNaming(CamelCaseStrategy.class)
public enum NearAction {
  /** One stays. */
  DELETE,
  /** All stay, in one split. */
  KEEP,
  /** As {@link #KEEP}, and the audit table names the members of every cluster. */
  FLAG
}
