package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * Pooling over two extents, each channel by itself.
 *
 * @param kernel edge length of the squares that become one value
 */
public record Pooling2dConfig(
    @Nullable String name, PoolingKind kind, int kernel, int stride, Padding padding)
    implements LayerConfig {}
