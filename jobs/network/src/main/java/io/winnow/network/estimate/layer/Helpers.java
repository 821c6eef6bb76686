package io.winnow.network.estimate.layer;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * Whether layers hand their work to cuDNN or oneDNN: the property {@code
 * org.eclipse.deeplearning4j.helpers.disable}, which is set by default.
 */
@EnumNaming(CamelCaseStrategy.class)
public enum Helpers {
  /** Layers compute in Java and ND4J's own operations. */
  OFF,
  /** Layers use helpers where there are some. */
  ON
}
