package io.winnow.core.row;

import io.winnow.core.hash.CanonicalHasher;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the last cells of a column, for cells that come again and again as the same
 * object, as those of a dictionary do: they are recognised without comparing their characters. Not
 * thread-safe.
 */
final class KnownTexts {
  private static final int REMEMBERED = 1 << 9;

  private final @Nullable Object[] cells = new @Nullable Object[REMEMBERED];
  private final @Nullable Known[] known = new @Nullable Known[REMEMBERED];

  /**
   * A cell that is observed, and not rejected.
   *
   * @param text what is carried
   * @param encoded what is hashed of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Known(String text, byte[] encoded) {}

  /** What was made of that very object, or null when that is not known. */
  @SuppressWarnings("ReferenceEquality") // that is what makes it quick
  @Nullable Known of(@Nullable Object cell) {
    if (!(cell instanceof String)) {
      return null;
    }
    int at = place(cell);
    return cells[at] == cell ? known[at] : null;
  }

  /** Remembers what was made of a cell. */
  Known put(Object cell, String text) {
    Known made = new Known(text, CanonicalHasher.encoded(text));
    if (cell instanceof String) {
      int at = place(cell);
      cells[at] = cell;
      known[at] = made;
    }
    return made;
  }

  private static int place(Object cell) {
    int hash = cell.hashCode();
    return (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
  }
}
