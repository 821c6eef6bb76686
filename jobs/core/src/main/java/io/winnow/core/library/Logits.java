package io.winnow.core.library;

import java.util.List;

/**
 * What a multinomial logistic regression found.
 *
 * @param lines by class: the class is chosen whose line is the greatest
 * @param iterations that the optimiser took
 */
public record Logits(List<Line> lines, int iterations) {}
