package io.winnow.core.split;

import io.winnow.core.config.SplitRatios;
import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.statistics.LargestRemainder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * Where a hash of seed and unit falls on a line that the ratios divide, so that a row never changes
 * its split because of other rows; the quotas are met on average only.
 */
record HashSplit(long seed, SplitRatios ratios, Segments segments) implements SplitAssignment {
  private static final BigDecimal HASHES = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

  static HashSplit of(long seed, SplitRatios ratios) {
    long[] parts = {ratios.train().signum(), ratios.validation().signum(), ratios.test().signum()};
    // The last hash of a part whose share ends at x is ⌊x · 2⁶⁴⌋ − 1.
    BigDecimal train = ratios.train();
    BigDecimal[] ends = {train, train.add(ratios.validation())};
    long[] last = new long[Segments.lastRanks(parts, Parts.RATIO_SPLITS).length];
    for (int i = 0; i < last.length; i++) {
      BigDecimal end = parts[1] == 0 ? train : ends[i];
      last[i] = end.multiply(HASHES).toBigInteger().subtract(BigInteger.ONE).longValue();
    }
    return new HashSplit(seed, ratios, Segments.of(parts, Parts.RATIO_SPLITS, last));
  }

  @Override
  public Optional<Split> of(TypedRow row) {
    return Optional.of(segments.at(SeededHash.of(seed, row.unit())));
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.none();
  }

  @Override
  public Map<Split, Long> quotas(long rows) {
    return Parts.bySplit(LargestRemainder.allocate(rows, ratios.toArray(), 0), Parts.RATIO_SPLITS);
  }
}
