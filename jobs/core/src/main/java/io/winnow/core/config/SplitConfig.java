package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * How rows are assigned to train, validation and test.
 *
 * @param column column that holds the split, for {@link SplitStrategy#COLUMN}
 */
public record SplitConfig(
    SplitStrategy strategy, SplitRatios ratios, long seed, @Nullable String column) {}
