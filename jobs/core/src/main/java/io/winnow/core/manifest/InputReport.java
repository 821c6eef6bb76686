package io.winnow.core.manifest;

/**
 * One input file.
 *
 * @param sha256 of its bytes, 64 hex digits
 * @param rows data rows it holds
 */
public record InputReport(String uri, long bytes, String sha256, long rows) {}
