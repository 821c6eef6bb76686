package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/** Pools all places of an image or volume, or all steps of a sequence, to one value by channel. */
public record GlobalPoolingConfig(@Nullable String name, PoolingKind kind) implements LayerConfig {}
