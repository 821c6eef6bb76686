package io.winnow.core.split;

import io.winnow.core.row.TypedRow;
import java.io.Serializable;

/** Within which group of rows quotas are exact. */
public interface Strata extends Serializable {

  /** How many strata there are. */
  int count();

  /** Index of a row's stratum, or -1 when it has none. */
  int of(TypedRow row);
}
