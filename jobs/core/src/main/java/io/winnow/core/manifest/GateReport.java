package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A bound that publication depends on.
 *
 * @param name of the metric
 * @param value on test, or null where the metric is not defined, which does not pass
 * @param min least value allowed, or null
 * @param max greatest value allowed, or null
 */
public record GateReport(
    String name,
    boolean passed,
    @Nullable Double value,
    @Nullable Double min,
    @Nullable Double max) {}
