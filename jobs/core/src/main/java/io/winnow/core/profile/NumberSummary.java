package io.winnow.core.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a numeric column over its observed values.
 *
 * @param standardDeviation of the values themselves (ddof 0); null where it has no finite double
 * @param zeros how many values are 0
 * @param quantiles exact, by probability as {@code "0.25"}, with linear interpolation
 * @param histogram null where all values are equal
 */
public record NumberSummary(
    double min,
    double max,
    double mean,
    @Nullable Double standardDeviation,
    long zeros,
    Map<String, Double> quantiles,
    @Nullable Histogram histogram) {

  /**
   * Counts in bins of equal width; all but the last are open at their upper end.
   *
   * @param edges one more than there are bins
   * @param counts values in each bin
   */
  public record Histogram(List<Double> edges, List<Long> counts) {}
}
