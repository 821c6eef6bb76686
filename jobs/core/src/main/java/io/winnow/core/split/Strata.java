package io.winnow.core.split;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/** Within which group of rows quotas are exact. */
public interface Strata extends Serializable {

  /** How many strata there are. */
  int count();

  /** Index of a row's stratum, or -1 when it has none. */
  int of(TypedRow row);

  /** Columns that it looks at; all of them unless it says otherwise. */
  default ColumnSet columns(RowLayout layout) {
    return ColumnSet.all(layout);
  }
}
