package io.winnow.core.scan;

import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/** A change of one row in place, or the decision to leave it out. */
@FunctionalInterface
public interface RowStep extends Serializable {

  /**
   * Changes the row.
   *
   * @param effects counts what is done to cells
   * @return whether the row stays
   */
  boolean apply(TypedRow row, CellEffects effects);
}
