package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a convolution treats the border. */
@EnumNaming(CamelCaseStrategy.class)
public enum Padding {
  /** Output as large as the input divided by the stride. */
  SAME,
  /** No padding. */
  VALID
}
