package io.winnow.core.scan;

import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/** What holds for some rows. */
@FunctionalInterface
public interface RowCondition extends Serializable {

  /** Whether it holds for a row, which is left as it is. */
  boolean holds(TypedRow row);
}
