package io.winnow.core.step.encode;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens to a category that train does not have. */
@EnumNaming(CamelCaseStrategy.class)
public enum Unseen {
  /** All slots are 0, or its code is that of unseen categories, and it is counted. */
  ZEROS,
  /** The run fails before anything is written. */
  FAIL
}
