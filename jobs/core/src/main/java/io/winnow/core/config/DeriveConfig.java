package io.winnow.core.config;

import io.winnow.core.schema.DatePart;
import java.util.List;
import java.util.Map;

/**
 * Which numbers are read off columns of type date.
 *
 * @param columns by name of a date column
 */
public record DeriveConfig(Map<String, DerivedParts> columns) {

  /**
   * Parts of one date column.
   *
   * @param cyclic whether parts that come again are given as sine and cosine
   */
  public record DerivedParts(List<DatePart> parts, boolean cyclic) {}
}
