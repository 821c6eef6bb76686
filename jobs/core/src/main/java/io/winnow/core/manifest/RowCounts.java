package io.winnow.core.manifest;

/**
 * Where every row went: {@code read} is the sum of all the others.
 *
 * @param read rows of the source
 * @param rejected rows that do not parse, written to {@code rejects/}
 * @param exactDuplicates rows removed because they equal a kept one
 * @param nearDuplicates rows removed because they nearly equal a kept one
 * @param unlabelled rows without a label
 * @param filtered rows that a declared filter or split leaves out
 * @param droppedMissing rows dropped because a cell is missing
 * @param outliersDeleted rows deleted because a cell is an outlier
 * @param prepared rows written
 */
public record RowCounts(
    long read,
    long rejected,
    long exactDuplicates,
    long nearDuplicates,
    long unlabelled,
    long filtered,
    long droppedMissing,
    long outliersDeleted,
    long prepared) {

  /** Checks that no row is lost or made up. */
  public RowCounts {
    long accounted =
        rejected
            + exactDuplicates
            + nearDuplicates
            + unlabelled
            + filtered
            + droppedMissing
            + outliersDeleted
            + prepared;
    if (read != accounted) {
      throw new IllegalStateException(
          "rows are not conserved: %d read, %d accounted for".formatted(read, accounted));
    }
  }
}
