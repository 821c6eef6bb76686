package io.winnow.core.split;

import io.winnow.core.row.TypedRow;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The oldest rows are train, the newest test. Rows of the same time stay together; a row without a
 * time belongs to no split.
 *
 * @param quotas rows wanted
 */
record TimeSplit(TimeColumn column, Segments segments, Map<Split, Long> quotas)
    implements SplitAssignment {

  @Override
  public Optional<Split> of(TypedRow row) {
    OptionalLong key = column.key(row);
    return key.isEmpty() ? Optional.empty() : Optional.of(segments.at(key.getAsLong()));
  }

  @Override
  public Map<Split, Long> quotas(long rows) {
    return quotas;
  }
}
