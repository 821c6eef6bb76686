package io.winnow.core.step.impute;

/** What fills a missing category. */
public record FittedCategoryImpute(ImputeStrategy strategy, String value) {}
