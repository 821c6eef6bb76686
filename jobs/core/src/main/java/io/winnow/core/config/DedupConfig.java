package io.winnow.core.config;

/** Which duplicates are removed. */
public record DedupConfig(ExactDedup exact) {}
