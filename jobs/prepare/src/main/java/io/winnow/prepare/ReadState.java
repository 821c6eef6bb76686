package io.winnow.prepare;

import java.io.Serializable;

/**
 * Rows and rejects in blocks.
 *
 * @param rows that were typed
 * @param rejects that were not
 * @param firstReason the alphabetically first of the reasons that begin a block's rejects, or
 *     empty; tasks end in any order, so their order must not choose it
 */
record ReadState(long rows, long rejects, String firstReason) implements Serializable {

  static final ReadState EMPTY = new ReadState(0, 0, "");

  ReadState plus(ReadState other) {
    return new ReadState(rows + other.rows, rejects + other.rejects, first(other.firstReason));
  }

  private String first(String reason) {
    boolean other =
        firstReason.isEmpty() || (!reason.isEmpty() && reason.compareTo(firstReason) < 0);
    return other ? reason : firstReason;
  }
}
