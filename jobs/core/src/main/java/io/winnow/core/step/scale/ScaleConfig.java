package io.winnow.core.step.scale;

/**
 * How numeric features are scaled.
 *
 * @param ddof delta degrees of freedom of the standard deviation, 0 or 1
 */
public record ScaleConfig(ScaleStrategy strategy, int ddof) {}
