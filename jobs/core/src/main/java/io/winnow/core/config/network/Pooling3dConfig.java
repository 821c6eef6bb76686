package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * Pooling over three extents, each channel by itself.
 *
 * @param kernel edge length of the cubes that become one value
 */
public record Pooling3dConfig(
    @Nullable String name, PoolingKind kind, int kernel, int stride, Padding padding)
    implements LayerConfig {}
