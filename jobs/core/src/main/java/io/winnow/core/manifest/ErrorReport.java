package io.winnow.core.manifest;

/**
 * What ended a run.
 *
 * @param code name of the exit status, in capitals
 * @param message one line, without secrets
 */
public record ErrorReport(String code, String message) {}
