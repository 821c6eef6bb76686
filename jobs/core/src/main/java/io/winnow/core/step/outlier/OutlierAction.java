package io.winnow.core.step.outlier;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What happens to a value outside its fences. */
@EnumNaming(CamelCaseStrategy.class)
public enum OutlierAction {
  /** It becomes the fence. */
  CLIP,
  /** Its row is deleted. */
  DELETE,
  /** It becomes the median of the observed train values. */
  REPLACE,
  /** It becomes missing, and is then imputed like any other missing cell. */
  SET_MISSING
}
