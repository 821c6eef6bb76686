/**
 * Trained networks as plain values, and their predictions, with no Spark on the class path.
 *
 * <p>A {@link io.winnow.network.infer.NetworkSnapshot} travels and is stored; a {@link
 * io.winnow.network.infer.Predictor} is built from it and predicts.
 */
@NullMarked
package io.winnow.network.infer;

import org.jspecify.annotations.NullMarked;
