package io.winnow.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which duplicates are removed.
 *
 * @param key columns of {@link ExactDedup#KEY}; empty otherwise
 * @param survivor which of the rows with one key stays: the first in this order
 * @param near null leaves near-duplicates alone
 */
public record DedupConfig(
    ExactDedup exact, List<String> key, List<SurvivorOrder> survivor, @Nullable NearConfig near) {}
