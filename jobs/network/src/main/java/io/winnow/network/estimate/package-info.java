/**
 * How much memory a network needs, layer by layer and in total.
 *
 * <p>{@link io.winnow.network.estimate.TextbookEstimator} counts what the textbook formulas count:
 * parameters and outputs, doubled for the backward pass. A framework allocates more: {@link
 * io.winnow.network.estimate.Dl4jEstimator} reads a network with {@code source}, simulates its
 * passes with {@code pass} over the arrays of {@code layer} and {@code vertex}, and counts them in
 * the workspaces of {@code workspace}.
 */
@NullMarked
package io.winnow.network.estimate;

import org.jspecify.annotations.NullMarked;
