/**
 * Statistics whose result does not depend on how the rows are partitioned or ordered.
 *
 * <p>Every state here is fed with {@code add}, joined with {@code merge}, and obeys one law:
 * merging the states of two sets of rows gives the state of all of them, bit for bit. Sums are
 * exact and are rounded once, when they are read ({@link io.winnow.core.statistics.ExactSum},
 * {@link io.winnow.core.statistics.Moments}); quantiles are exact order statistics found in a few
 * scans ({@link io.winnow.core.statistics.RankSelection} over {@link
 * io.winnow.core.statistics.OrderedKey}, read by {@link io.winnow.core.statistics.Quantiles});
 * counts are counts ({@link io.winnow.core.statistics.Frequencies}), and quotas are whole rows
 * ({@link io.winnow.core.statistics.LargestRemainder}).
 *
 * <p>No state accepts a missing value: what is missing has been decided before a value gets here,
 * so a NaN is refused rather than counted.
 */
package io.winnow.core.statistics;
