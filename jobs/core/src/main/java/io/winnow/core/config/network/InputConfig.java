package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * Shape of one example, without the batch: features; or features with steps; or channels with two
 * or three extents. Prepared features fill it in their order, the last extent fastest.
 */
public record InputConfig(
    @Nullable Integer features,
    @Nullable Integer steps,
    @Nullable Integer channels,
    @Nullable Integer depth,
    @Nullable Integer height,
    @Nullable Integer width) {}
