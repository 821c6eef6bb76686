package io.winnow.core.manifest;

/**
 * How good the model is that was published when the run was prepared.
 *
 * @param run its id
 * @param test on the test rows of the new run
 */
public record CurrentMetrics(String run, TestMetrics test) {}
