package io.winnow.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows count as near-duplicates, and what happens to them.
 *
 * @param columns whose texts are compared, as they are written in the table
 * @param size characters of a shingle
 * @param threshold least Jaccard similarity of a pair
 * @param bands of the MinHash signature, or null to derive it from the threshold
 * @param rows of a band; given with {@code bands} or not at all
 * @param maxBucket members of a bucket that are all compared with one another
 * @param survivor which row of a cluster stays: the first in this order
 * @param gold CSV file of true pairs that the clusters are scored against, or null
 */
public record NearConfig(
    List<String> columns,
    Shingling shingles,
    int size,
    double threshold,
    @Nullable Integer bands,
    @Nullable Integer rows,
    int maxBucket,
    NearAction action,
    List<SurvivorOrder> survivor,
    @Nullable String gold) {}
