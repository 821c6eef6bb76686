package io.winnow.core.profile;

import java.util.List;

/**
 * The most frequent values of a column with their counts, which are exact.
 *
 * @param complete whether the column has no other values
 */
public record TopValues(List<TopValue> values, boolean complete) {

  /**
   * One value.
   *
   * @param value as text, a number in its shortest form
   * @param rows that hold it
   * @param share of the observed cells
   */
  public record TopValue(String value, long rows, double share) {}
}
