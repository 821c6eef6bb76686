/**
 * Distributed training behind one interface.
 *
 * <p>{@link io.winnow.train.Trainer} takes prepared splits and gives a network and its history.
 * {@link io.winnow.train.feed} turns prepared rows into equal, class-balanced shards and
 * minibatches, {@link io.winnow.train.evaluate} measures networks, {@link io.winnow.train.round}
 * averages parameters in rounds over workers that stay, and {@link io.winnow.train.stock} with
 * Deeplearning4j's own.
 */
@NullMarked
package io.winnow.train;

import org.jspecify.annotations.NullMarked;
