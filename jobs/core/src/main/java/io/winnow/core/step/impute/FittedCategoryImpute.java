package io.winnow.core.step.impute;

import java.io.Serializable;

/** What fills a missing category. */
public record FittedCategoryImpute(ImputeStrategy strategy, String value) implements Serializable {}
