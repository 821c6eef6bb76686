package io.winnow.core.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The configuration of a run.
 *
 * @param sha256 of the configuration with its defaults, 64 hex digits
 * @param redacted the configuration with its defaults, without secrets
 */
public record ConfigReport(String sha256, JsonNode redacted) {}
