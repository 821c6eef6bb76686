package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * A convolution over three extents.
 *
 * @param filters output channels
 * @param kernel edge length of the cubic kernel
 */
public record Convolution3dConfig(
    @Nullable String name, int filters, int kernel, int stride, Padding padding, BiasCount bias)
    implements LayerConfig {}
