package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/** Shape of one example, without the batch: features, or channels with two or three extents. */
public record InputConfig(
    @Nullable Integer features,
    @Nullable Integer channels,
    @Nullable Integer depth,
    @Nullable Integer height,
    @Nullable Integer width) {}
