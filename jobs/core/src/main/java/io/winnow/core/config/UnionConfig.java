package io.winnow.core.config;

import java.util.List;

/**
 * Tables one below the other, their columns matched by name.
 *
 * @param tables names of tables, in the order of rows; each may stand once
 * @param allowMissing columns that a table may lack; its cells are then missing
 */
public record UnionConfig(List<String> tables, List<String> allowMissing) {}
