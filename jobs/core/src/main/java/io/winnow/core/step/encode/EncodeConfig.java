package io.winnow.core.step.encode;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How categorical features become numbers.
 *
 * @param minFrequency rows of train that a category needs for a one-hot slot of its own
 * @param maxCategories most categories with a one-hot slot of their own; null for any number
 * @param buckets slots of a hashed column
 * @param columns what differs, by column name
 */
public record EncodeConfig(
    EncodeStrategy strategy,
    Unseen unseen,
    long minFrequency,
    @Nullable Integer maxCategories,
    int buckets,
    Map<String, ColumnEncode> columns) {

  /** What differs in one column; null is as for all. */
  public record ColumnEncode(
      @Nullable EncodeStrategy strategy,
      @Nullable Long minFrequency,
      @Nullable Integer maxCategories,
      @Nullable Integer buckets) {}

  /** As it is for one column. */
  public EncodeConfig of(String column) {
    ColumnEncode own = columns.get(column);
    return own == null
        ? this
        : new EncodeConfig(
            own.strategy() == null ? strategy : own.strategy(),
            unseen,
            own.minFrequency() == null ? minFrequency : own.minFrequency(),
            own.maxCategories() == null ? maxCategories : own.maxCategories(),
            own.buckets() == null ? buckets : own.buckets(),
            columns);
  }
}
