package io.winnow.core.step.scale;

import java.util.Map;

/**
 * How numeric features are scaled.
 *
 * @param strategy of the columns not named
 * @param ddof delta degrees of freedom of the standard deviation, 0 or 1
 * @param columns strategies by column name
 */
public record ScaleConfig(ScaleStrategy strategy, int ddof, Map<String, ColumnScale> columns) {

  /** Strategy of one column. */
  public record ColumnScale(ScaleStrategy strategy) {}

  /** Strategy of a column. */
  public ScaleStrategy of(String column) {
    ColumnScale own = columns.get(column);
    return own == null ? strategy : own.strategy();
  }
}
