package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): each channel, or each unit of a flat input, minus
 * its mean over its standard deviation, with a learnt scale and shift. Of the minibatch while
 * training, of running averages afterwards.
 *
 * @param decay share of the running averages that a minibatch leaves as it was
 * @param epsilon added to the variance
 */
public record BatchNormConfig(@Nullable String name, double decay, double epsilon)
    implements LayerConfig {}
