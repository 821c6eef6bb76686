package io.winnow.network.estimate.vertex;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;

/** The arrays that a vertex of a graph makes. */
public interface VertexMemory {
  /** Counts the forward pass; returns the output. */
  Tensor forward(List<Tensor> inputs, MemoryScope scope);

  /** Counts the backward pass; returns the gradient of each input. */
  List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope);
}
