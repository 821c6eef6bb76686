package io.winnow.core.step.impute;

import java.util.Map;

/**
 * What one fit of imputation gives.
 *
 * @param numbers fill of every numeric feature
 * @param categories fill of the categorical features that have one
 * @param vocabularies train cells of every categorical feature, before imputation
 */
public record FittedImputes(
    Map<String, FittedNumberImpute> numbers,
    Map<String, FittedCategoryImpute> categories,
    Map<String, CategoryState> vocabularies) {}
