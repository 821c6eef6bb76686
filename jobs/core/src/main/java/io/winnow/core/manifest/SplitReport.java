package io.winnow.core.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows were split; maps are by {@code train}, {@code validation}, {@code test}.
 *
 * @param assigned rows assigned
 * @param rows rows left after outliers were deleted
 * @param classes rows left by class name; empty for a regression
 * @param deviation rows assigned less those that the quotas want; empty for a given split
 * @param moves of strategy hash, compared with the run published before, if there is one
 */
public record SplitReport(
    String strategy,
    Map<String, Long> assigned,
    Map<String, Long> rows,
    Map<String, Map<String, Long>> classes,
    Map<String, Long> deviation,
    @Nullable MoveReport moves) {}
