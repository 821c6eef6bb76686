/**
 * Near-duplicates in plain Java: a text becomes a set of shingles ({@link
 * io.winnow.core.dedup.Shingler}), the set a signature whose bands find candidates ({@link
 * io.winnow.core.dedup.MinHash}, {@link io.winnow.core.dedup.BandingPlan}), and candidates are
 * verified by their true similarity ({@link io.winnow.core.dedup.ShingleSet#jaccard}). What is
 * distributed, the bucket join and the clusters, is in the Spark module.
 */
package io.winnow.core.dedup;
