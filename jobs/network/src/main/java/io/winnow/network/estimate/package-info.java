/**
 * How much memory a network needs, layer by layer and in total.
 *
 * <p>{@link io.winnow.network.estimate.TextbookEstimator} counts what the textbook formulas count:
 * parameters and outputs, doubled for the backward pass. A framework allocates more.
 */
@NullMarked
package io.winnow.network.estimate;

import org.jspecify.annotations.NullMarked;
