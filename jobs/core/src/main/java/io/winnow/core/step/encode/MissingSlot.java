package io.winnow.core.step.encode;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether missing cells have a slot of their own. */
@EnumNaming(CamelCaseStrategy.class)
public enum MissingSlot {
  /** The last one, since train has missing cells that nothing fills. */
  LAST,
  /** None: a missing cell would be an unseen category. */
  NONE
}
