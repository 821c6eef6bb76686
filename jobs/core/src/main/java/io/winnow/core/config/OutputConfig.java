package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * How prepared rows are written.
 *
 * @param files files per split, or null to choose by size
 * @param fileBytes what a file should hold before compression, where {@code files} is null
 * @param maxFeatures most features of a row
 */
public record OutputConfig(
    OutputLayout layout, @Nullable Integer files, long fileBytes, int maxFeatures) {}
