package io.winnow.core.manifest;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why training ended. */
@EnumNaming(CamelCaseStrategy.class)
public enum StopReason {
  /** The watched metric no longer became better. */
  EARLY_STOPPING,
  /** All declared epochs are done. */
  MAX_EPOCHS,
  /** Loss or parameters are not finite any more. */
  DIVERGED
}
