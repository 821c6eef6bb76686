package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a figure of an estimate comes from. */
@EnumNaming(CamelCaseStrategy.class)
public enum Basis {
  /** The framework's own count. */
  EXACT,
  /** A formula over shapes. */
  FORMULA,
  /** A formula with coefficients that were fitted to measurements. */
  CALIBRATED,
  /** A bound, since the layer is not covered. */
  UNCOVERED
}
