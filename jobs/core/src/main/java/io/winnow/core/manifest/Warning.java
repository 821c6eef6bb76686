package io.winnow.core.manifest;

/**
 * Something to look at that did not stop the run.
 *
 * @param code in capitals, for machines
 */
public record Warning(String code, String message) {}
