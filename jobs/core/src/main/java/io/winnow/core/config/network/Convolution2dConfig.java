package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * A convolution over two extents.
 *
 * @param filters output channels
 * @param kernel edge length of the square kernel
 * @param bias whether the textbook model counts the bias that there always is
 * @param dropout share of this layer's inputs set to zero while training
 * @param l1 weight of the sum of absolute weights in the loss
 * @param l2 weight of half the sum of squared weights in the loss
 */
public record Convolution2dConfig(
    @Nullable String name,
    int filters,
    int kernel,
    int stride,
    Padding padding,
    BiasCount bias,
    ActivationName activation,
    WeightInitName weightInit,
    double biasInit,
    double dropout,
    double l1,
    double l2)
    implements LayerConfig {}
