package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** The arrays of a layer with a loss, whose backward pass starts from the labels. */
public interface OutputMemory extends LayerMemory {
  /** Counts the computation of the score. */
  void score(Tensor input, MemoryScope scope);
}
