package io.winnow.core.library;

import java.util.List;

/**
 * Directions of most variance, orthogonal and of length 1.
 *
 * @param directions the most variance first; of either sign
 * @param explained of each direction its share of the whole variance
 */
public record PrincipalComponents(List<List<Double>> directions, List<Double> explained) {}
