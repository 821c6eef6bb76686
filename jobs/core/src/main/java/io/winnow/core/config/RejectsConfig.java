package io.winnow.core.config;

/**
 * How many rows may be rejected.
 *
 * @param maxShare greatest share of the rows read, 0 to 1
 */
public record RejectsConfig(double maxShare) {}
