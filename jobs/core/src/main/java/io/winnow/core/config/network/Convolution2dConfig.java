package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * A convolution over two extents.
 *
 * @param filters output channels
 * @param kernel edge length of the square kernel
 */
public record Convolution2dConfig(
    @Nullable String name, int filters, int kernel, int stride, Padding padding, BiasCount bias)
    implements LayerConfig {}
