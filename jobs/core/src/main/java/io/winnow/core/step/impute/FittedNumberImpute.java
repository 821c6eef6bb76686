package io.winnow.core.step.impute;

import java.io.Serializable;

/**
 * What fills a missing number.
 *
 * @param value in the column's own unit
 */
public record FittedNumberImpute(ImputeStrategy strategy, double value) implements Serializable {}
