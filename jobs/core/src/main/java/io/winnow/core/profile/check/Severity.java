package io.winnow.core.profile.check;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens when a check is not held. */
@EnumNaming(CamelCaseStrategy.class)
public enum Severity {
  /** The run ends. */
  ERROR,
  /** The manifest warns. */
  WARNING
}
