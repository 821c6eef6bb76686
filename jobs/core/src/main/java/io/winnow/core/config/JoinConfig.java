package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;

/**
 * Two tables side by side. A key must not stand twice on the right, so that no row is multiplied; a
 * row with a missing key has no partner.
 *
 * @param left name of a table
 * @param right name of another
 * @param keys columns that both have
 */
public record JoinConfig(String left, String right, List<String> keys, Type type) {

  /** What becomes of a left row without a partner. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Type {
    /** It is left out. */
    INNER,
    /** It stays, and the right columns are missing. */
    LEFT
  }
}
