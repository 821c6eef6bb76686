package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/** Bounds of a test metric, both inclusive; null is no bound. */
public record GateConfig(@Nullable Double min, @Nullable Double max) {}
