package io.winnow.core.step.encode;

import io.winnow.core.scan.CellEffects;
import org.jspecify.annotations.Nullable;

/** Makes features of the cells of one column. */
@FunctionalInterface
public interface CategoryEncoder {

  /**
   * Encodes a cell; one feature at most is not 0.
   *
   * @param text null is a missing cell
   * @param effects counts unseen and rare categories
   */
  void encode(@Nullable String text, CellEffects effects, FeatureSink features);
}
