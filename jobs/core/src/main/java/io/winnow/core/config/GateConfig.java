package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * Bounds of a test metric, all inclusive; null is no bound.
 *
 * @param tolerance by how much it may be worse than that of the published model on the same rows
 */
public record GateConfig(@Nullable Double min, @Nullable Double max, @Nullable Double tolerance) {}
