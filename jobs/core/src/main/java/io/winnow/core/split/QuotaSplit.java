package io.winnow.core.split;

import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.TypedRow;
import java.util.Optional;

/**
 * Exact quotas: rows of a stratum are ranked by a hash of seed and row key, the first ones go to
 * train, the next to validation, the rest to test. Rows with the same key stay together.
 *
 * @param strata how a row's stratum is found
 * @param lastOfTrain greatest hash in train by stratum, unsigned; meaningless where train is empty
 * @param lastOfValidation greatest hash in train or validation by stratum, likewise
 * @param trainQuota rows wanted in train by stratum
 * @param validationQuota rows wanted in validation by stratum
 */
record QuotaSplit(
    long seed,
    Strata strata,
    long[] lastOfTrain,
    long[] lastOfValidation,
    long[] trainQuota,
    long[] validationQuota)
    implements SplitAssignment {

  @Override
  public Optional<Split> of(TypedRow row) {
    int stratum = strata.of(row);
    if (stratum < 0) {
      return Optional.empty();
    }
    long hash = SeededHash.of(seed, row.key);
    if (trainQuota[stratum] > 0 && Long.compareUnsigned(hash, lastOfTrain[stratum]) <= 0) {
      return Optional.of(Split.TRAIN);
    }
    boolean beforeTest = trainQuota[stratum] + validationQuota[stratum] > 0;
    if (beforeTest && Long.compareUnsigned(hash, lastOfValidation[stratum]) <= 0) {
      return Optional.of(Split.VALIDATION);
    }
    return Optional.of(Split.TEST);
  }
}
