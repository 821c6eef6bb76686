package io.winnow.core.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How rows are assigned to train, validation and test.
 *
 * @param ratios of {@link SplitStrategy#KFOLD} only whether validation is above 0 counts
 * @param column column that holds the split, for {@link SplitStrategy#COLUMN}, or the time, for
 *     {@link SplitStrategy#TIME}
 * @param folds how many, for {@link SplitStrategy#KFOLD}
 * @param fold which of them is test, from 0
 * @param bins quantile bins of a numeric target that is stratified
 */
public record SplitConfig(
    SplitStrategy strategy,
    SplitRatios ratios,
    long seed,
    @Nullable String column,
    @Nullable Integer folds,
    @Nullable Integer fold,
    int bins) {

  /** How many folds there are; only of {@link SplitStrategy#KFOLD}. */
  public int foldCount() {
    return Objects.requireNonNull(folds);
  }

  /** The fold that is test, from 0; only of {@link SplitStrategy#KFOLD}. */
  public int testFold() {
    return Objects.requireNonNull(fold);
  }
}
