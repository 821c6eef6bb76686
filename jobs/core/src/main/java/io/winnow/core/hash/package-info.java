/**
 * Hashes that identify rows and data sets, the same on every machine and under any partitioning.
 *
 * <p>A row without a declared key is identified by the {@link io.winnow.core.hash.Hash128} of its
 * canonical encoding ({@link io.winnow.core.hash.CanonicalHasher}); keys are ordered for splitting
 * and shuffling by {@link io.winnow.core.hash.SeededHash}; a prepared data set is identified by its
 * {@link io.winnow.core.hash.ContentHash}.
 */
package io.winnow.core.hash;
