package io.winnow.core.step.impute;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one fit of imputation gives.
 *
 * @param numbers what happens to missing cells of every numeric feature
 * @param categories likewise of the categorical features where anything happens
 * @param vocabularies train cells of every categorical feature, before imputation
 * @param indicators columns that get a feature for where cells were missing
 */
public record FittedImputes(
    Map<String, FittedNumberImpute> numbers,
    Map<String, FittedCategoryImpute> categories,
    Map<String, CategoryState> vocabularies,
    Set<String> indicators) {

  /** The numeric ones without sentinels, which are to have no part in further statistics. */
  public Map<String, FittedNumberImpute> numbersToMeasure() {
    Map<String, FittedNumberImpute> measured = new TreeMap<>(numbers);
    measured.values().removeIf(fill -> fill.strategy() == ImputeStrategy.SENTINEL);
    return measured;
  }
}
