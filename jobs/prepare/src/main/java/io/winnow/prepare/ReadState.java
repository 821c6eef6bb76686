package io.winnow.prepare;

import java.io.Serializable;

/**
 * Rows and rejects in blocks.
 *
 * @param rows that were typed
 * @param rejects that were not
 * @param firstReason why the first reject of the first partition that has any was rejected, or
 *     empty
 */
record ReadState(long rows, long rejects, String firstReason) implements Serializable {

  static final ReadState EMPTY = new ReadState(0, 0, "");

  ReadState plus(ReadState other) {
    return new ReadState(
        rows + other.rows,
        rejects + other.rejects,
        firstReason.isEmpty() ? other.firstReason : firstReason);
  }
}
