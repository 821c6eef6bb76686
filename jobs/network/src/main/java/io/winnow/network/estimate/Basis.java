package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a figure of an estimate comes from. */
@EnumNaming(CamelCaseStrategy.class)
public enum Basis {
  /** A formula over shapes. */
  FORMULA
}
