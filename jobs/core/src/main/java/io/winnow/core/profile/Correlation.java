package io.winnow.core.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pearson correlation of numeric columns, each pair over the rows that observe both.
 *
 * @param columns names of rows and columns of the matrix
 * @param omitted numeric columns beyond the declared limit
 * @param matrix symmetric, to 1e-9; null where a column is constant in the rows that observe both
 */
public record Correlation(
    List<String> columns, List<String> omitted, List<List<@Nullable Double>> matrix) {}
