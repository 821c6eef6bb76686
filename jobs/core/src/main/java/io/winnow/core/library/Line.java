package io.winnow.core.library;

import java.util.List;

/**
 * A linear function of a vector.
 *
 * @param weights one per element of the vector
 */
public record Line(double intercept, List<Double> weights) {}
