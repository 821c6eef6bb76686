package io.winnow.prepare;

import io.winnow.core.row.RowBlock;
import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

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

  /** The state of all blocks. */
  static ReadState of(JavaRDD<RowBlock> blocks) {
    return blocks.map(ReadState::of).fold(EMPTY, ReadState::plus);
  }

  private static ReadState of(RowBlock block) {
    return new ReadState(
        block.size(),
        block.rejects().size(),
        block.rejects().isEmpty() ? "" : block.rejects().get(0).reason());
  }

  ReadState plus(ReadState other) {
    return new ReadState(rows + other.rows, rejects + other.rejects, first(other.firstReason));
  }

  private String first(String reason) {
    boolean other =
        firstReason.isEmpty() || (!reason.isEmpty() && reason.compareTo(firstReason) < 0);
    return other ? reason : firstReason;
  }
}
