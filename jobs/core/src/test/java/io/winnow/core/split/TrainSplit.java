package io.winnow.core.split;

import io.winnow.core.scan.Rows;

/** Tables that are train as a whole, for what is fitted on them. */
public final class TrainSplit {
  private TrainSplit() {}

  /** All rows. */
  public static TrainRows of(Rows rows) {
    return new TrainRows(rows);
  }
}
