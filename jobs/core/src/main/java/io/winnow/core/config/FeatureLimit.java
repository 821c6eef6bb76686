package io.winnow.core.config;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many features a row may have: {@code output.maxFeatures}. */
public final class FeatureLimit {
  private static final int NAMED = 3;

  private FeatureLimit() {}

  /**
   * What is wrong with too many features, or nothing.
   *
   * @param widths features by column
   */
  public static Optional<String> exceeded(OutputConfig config, Map<String, Long> widths) {
    long width = widths.values().stream().mapToLong(Long::longValue).sum();
    if (width <= config.maxFeatures()) {
      return Optional.empty();
    }
    Comparator<Map.Entry<String, Long>> narrowest = Map.Entry.comparingByValue();
    String widest =
        widths.entrySet().stream()
            .sorted(narrowest.reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .map(column -> "'%s' (%d)".formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "output.maxFeatures: %d features are more than %d; most come from %s; set encode.columns.<name> to {maxCategories: …}, {strategy: hash} or {strategy: ordinal}, or raise output.maxFeatures"
            .formatted(width, config.maxFeatures(), widest));
  }
}
