/**
 * What each of Deeplearning4j's layers allocates in the forward pass, in the backward pass and for
 * the score, read from the sources of deeplearning4j-nn 1.0.0-M2.1.
 *
 * <p>Every class follows one layer implementation, or several that allocate alike, array by array
 * and in its order. Sizes depend on the batch N, on shapes, and sometimes on the memory order in
 * which a neighbouring layer leaves its output: Deeplearning4j copies what does not fit.
 */
@NullMarked
package io.winnow.network.estimate.layer;

import org.jspecify.annotations.NullMarked;
