package io.winnow.core.library;

import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Makes the vectors that a library learns from, of the rows of one table. */
@FunctionalInterface
public interface VectorReader extends Serializable {

  /**
   * The vector of a row, which may be changed.
   *
   * @return all of one length and finite; null when nothing is learnt from the row
   */
  double @Nullable [] vector(TypedRow row);
}
