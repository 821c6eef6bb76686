package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.schema.TableSchema;

/**
 * A pipeline file as it takes effect.
 *
 * @param file what it was read from, for messages
 * @param table the schema of the raw table
 * @param sha256 of the effective configuration and table schema, 64 hex digits; root and retention,
 *     which do not change the result, are left out
 * @param tree the effective configuration with settings and defaults
 */
public record LoadedConfig(
    String file, PipelineConfig pipeline, TableSchema table, String sha256, JsonNode tree) {}
