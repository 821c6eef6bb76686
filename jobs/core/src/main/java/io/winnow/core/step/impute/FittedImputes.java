package io.winnow.core.step.impute;

import io.winnow.core.row.RowLayout;
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

  /** The step that drops rows and fills nothing. */
  public ImputeStep dropping(RowLayout layout) {
    Map<String, FittedNumberImpute> droppingNumbers = new TreeMap<>(numbers);
    droppingNumbers.values().removeIf(fill -> fill.value() != null);
    Map<String, FittedCategoryImpute> droppingCategories = new TreeMap<>(categories);
    droppingCategories.values().removeIf(fill -> fill.value() != null);
    return new ImputeStep(layout, droppingNumbers, droppingCategories);
  }

  /** The numeric ones without sentinels, which are to have no part in further statistics. */
  public Map<String, FittedNumberImpute> numbersToMeasure() {
    Map<String, FittedNumberImpute> measured = new TreeMap<>(numbers);
    measured.values().removeIf(fill -> fill.strategy() == ImputeStrategy.SENTINEL);
    return measured;
  }
}
