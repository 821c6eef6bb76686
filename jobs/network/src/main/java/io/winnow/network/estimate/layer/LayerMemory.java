package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** The arrays that one of Deeplearning4j's layers makes, in the order in which it makes them. */
public interface LayerMemory {
  /** Counts the forward pass; returns the output. */
  Tensor forward(Tensor input, MemoryScope scope);

  /**
   * Counts the backward pass; returns the gradient of the input.
   *
   * @param input what the forward pass was given
   * @param epsilon gradient of the output
   */
  Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope);
}
