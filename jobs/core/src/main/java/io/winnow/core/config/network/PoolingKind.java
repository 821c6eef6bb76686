package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What several values are pooled to. */
@EnumNaming(CamelCaseStrategy.class)
public enum PoolingKind {
  /** The greatest. */
  MAX,
  /** Their mean. */
  AVERAGE
}
