package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * One input: a file, or a table or query of a database, which has neither bytes nor a hash, so that
 * nobody can tell from a manifest whether it is still the same.
 *
 * @param uri location without secrets
 * @param bytes of the file as stored, or null
 * @param sha256 of its bytes, 64 hex digits, or null
 * @param rows data rows it holds
 */
public record InputReport(String uri, @Nullable Long bytes, @Nullable String sha256, long rows) {}
