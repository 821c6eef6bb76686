package io.winnow.core.split;

import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Exact quotas: rows of a stratum are ranked by a hash of seed and unit, the first ones go to
 * train, the next to validation, the rest to test. Rows of one unit stay together.
 *
 * @param strata how a row's stratum is found
 * @param boundaries by stratum
 */
record QuotaSplit(long seed, Strata strata, List<Boundary> boundaries) implements SplitAssignment {

  /**
   * Where the splits of one stratum end.
   *
   * @param train rows wanted in train
   * @param beforeTest rows wanted in train and validation
   * @param lastOfTrain greatest hash in train, unsigned; meaningless when it is empty
   * @param lastBeforeTest greatest hash in train or validation, likewise
   */
  record Boundary(long train, long beforeTest, long lastOfTrain, long lastBeforeTest)
      implements Serializable {}

  @Override
  public Optional<Split> of(TypedRow row) {
    int stratum = strata.of(row);
    if (stratum < 0) {
      return Optional.empty();
    }
    Boundary boundary = boundaries.get(stratum);
    long hash = SeededHash.of(seed, row.unit());
    if (boundary.train > 0 && Long.compareUnsigned(hash, boundary.lastOfTrain) <= 0) {
      return Optional.of(Split.TRAIN);
    }
    if (boundary.beforeTest > 0 && Long.compareUnsigned(hash, boundary.lastBeforeTest) <= 0) {
      return Optional.of(Split.VALIDATION);
    }
    return Optional.of(Split.TEST);
  }
}
