package io.winnow.core.manifest;

/**
 * One stage of a run.
 *
 * @param seconds wall-clock time
 */
public record StageReport(String name, long rowsIn, long rowsOut, double seconds) {}
