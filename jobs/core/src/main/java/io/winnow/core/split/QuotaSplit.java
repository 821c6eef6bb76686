package io.winnow.core.split;

import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exact quotas: rows of a stratum are ranked by a hash of seed and row key, the first ones go to
 * the first part, the next to the second, and so on; rows with the same key stay together. Groups
 * are dealt whole, before, and the other rows make up for what they take.
 *
 * @param strata how a row's stratum is found
 * @param segments by stratum
 * @param quotas rows wanted
 */
record QuotaSplit(
    long seed, Strata strata, List<Segments> segments, GroupSplits groups, Map<Split, Long> quotas)
    implements SplitAssignment {

  @Override
  public Optional<Split> of(TypedRow row) {
    int stratum = strata.of(row);
    if (stratum < 0) {
      return Optional.empty();
    }
    long place = SeededHash.of(seed, row.unit());
    return Optional.of(row.group == null ? segments.get(stratum).at(place) : groups.at(place));
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return strata.columns(layout);
  }

  @Override
  public Map<Split, Long> quotas(long rows) {
    return quotas;
  }
}
