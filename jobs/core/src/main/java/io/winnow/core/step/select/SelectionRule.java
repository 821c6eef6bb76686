package io.winnow.core.step.select;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a feature was dropped. */
@EnumNaming(CamelCaseStrategy.class)
public enum SelectionRule {
  /** It hardly varies. */
  VARIANCE,
  /** It says what an earlier numeric feature says. */
  CORRELATION,
  /** It tells little of the label. */
  MUTUAL_INFORMATION;

  /** The key below {@code select} that it stands for. */
  public String key() {
    return CamelCaseStrategy.INSTANCE.convertEnumToExternalName(name());
  }
}
