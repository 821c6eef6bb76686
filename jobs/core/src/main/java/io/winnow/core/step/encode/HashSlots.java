package io.winnow.core.step.encode;

import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.hash.Hash128;
import io.winnow.core.scan.CellEffects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slot of a category: the 128-bit hash of the two texts (name of the column, category) as
 * {@link CanonicalHasher} encodes them, as an unsigned number modulo the number of buckets. With
 * the name of the column in it, texts that meet in one column do not meet in the next.
 */
final class HashSlots {
  private final CanonicalHasher hasher = new CanonicalHasher();
  private final String column;
  private final FittedEncode.Hash fitted;

  HashSlots(String column, FittedEncode.Hash fitted) {
    this.column = column;
    this.fitted = fitted;
  }

  /**
   * The slot that a cell sets, or -1 for a missing cell where train has none.
   *
   * @param text null is a missing cell
   */
  int slot(@Nullable String text, CellEffects effects) {
    if (text != null) {
      return bucket(hasher.reset().text(column).text(text).finish());
    }
    return switch (fitted.missing()) {
      case LAST -> fitted.buckets();
      case NONE -> {
        effects.countUnseen(column, null);
        yield -1;
      }
    };
  }

  private int bucket(Hash128 hash) {
    long buckets = fitted.buckets();
    // high * 2^64 + low, each term reduced first; 2^64 is one more than the greatest unsigned long.
    long radix = (Long.remainderUnsigned(-1L, buckets) + 1) % buckets;
    long high = Long.remainderUnsigned(hash.high(), buckets) * radix % buckets;
    return (int) ((high + Long.remainderUnsigned(hash.low(), buckets)) % buckets);
  }
}
