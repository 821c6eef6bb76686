package io.winnow.core.split;

import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.statistics.LargestRemainder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What rows are dealt to: train, validation and test by their ratios, or k equal folds, of which
 * one is test, the next one validation if there is to be one, and the others are train.
 */
sealed interface Parts {
  /** The splits in the order of their ratios. */
  List<Split> RATIO_SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

  /** The split that each part belongs to. */
  List<Split> splits();

  /** The share of all rows that each part is to have. */
  double[] shares();

  /**
   * Rows of each part, exact.
   *
   * @param before rows of earlier strata
   * @param rows of the stratum
   */
  long[] quotas(long before, long rows);

  /** The parts that a configuration asks for. */
  static Parts of(SplitConfig config) {
    if (config.strategy() != SplitStrategy.KFOLD) {
      return new ByRatio(config.ratios());
    }
    int folds = config.foldCount();
    List<Split> splits = new ArrayList<>(Collections.nCopies(folds, Split.TRAIN));
    if (config.ratios().validation().signum() > 0) {
      splits.set((config.testFold() + 1) % folds, Split.VALIDATION);
    }
    splits.set(config.testFold(), Split.TEST);
    return new Folds(splits);
  }

  /** Rows of parts as rows of splits. */
  static Map<Split, Long> bySplit(long[] rows, List<Split> parts) {
    Map<Split, Long> sums = new EnumMap<>(Split.class);
    for (int i = 0; i < rows.length; i++) {
      sums.merge(parts.get(i), rows[i], Long::sum);
    }
    return sums;
  }

  /** The largest remainder of the ratios, at least one row each where there are enough. */
  record ByRatio(SplitRatios ratios) implements Parts {
    @Override
    public double[] shares() {
      return ratios.toArray();
    }

    @Override
    public List<Split> splits() {
      return RATIO_SPLITS;
    }

    @Override
    public long[] quotas(long before, long rows) {
      return LargestRemainder.allocate(rows, shares(), 1);
    }
  }

  /**
   * Rows are dealt to the folds one by one, each stratum going on where the one before has ended;
   * so the folds differ by one row at most in every stratum, and in all. These are the sizes of
   * scikit-learn's {@code StratifiedKFold}.
   */
  record Folds(List<Split> splits) implements Parts {
    @Override
    public double[] shares() {
      double[] shares = new double[splits.size()];
      Arrays.fill(shares, 1.0 / shares.length);
      return shares;
    }

    @Override
    public long[] quotas(long before, long rows) {
      long[] quotas = new long[splits.size()];
      for (int fold = 0; fold < quotas.length; fold++) {
        quotas[fold] = dealt(before + rows, fold) - dealt(before, fold);
      }
      return quotas;
    }

    private long dealt(long rows, int fold) {
      return Math.floorDiv(rows - fold + splits.size() - 1, splits.size());
    }
  }
}
