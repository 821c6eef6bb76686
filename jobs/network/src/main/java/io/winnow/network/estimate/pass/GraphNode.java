package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.layer.FrozenMemory;
import io.winnow.network.estimate.layer.OutputMemory;
import io.winnow.network.estimate.vertex.VertexMemory;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vertex of a graph in the order of its passes: an input, a layer, or another vertex.
 *
 * @param inputs places of its inputs in that order
 * @param layer null where it holds no layer
 * @param vertex null where it is an input or holds a layer
 * @param output whether it is one of the network's outputs
 */
record GraphNode(
    List<Integer> inputs, @Nullable Node layer, @Nullable VertexMemory vertex, Role output) {
  /** What becomes of a vertex's output. */
  enum Role {
    INNER,
    OUTPUT
  }

  boolean isInput() {
    return layer == null && vertex == null;
  }

  boolean isOutput() {
    return output == Role.OUTPUT;
  }

  boolean stopsGradients() {
    return layer != null && layer.layer() instanceof FrozenMemory frozen && frozen.stopsGradients();
  }

  Tensor forward(List<Tensor> prepared, MemoryScope scope) {
    if (layer != null) {
      return layer.layer().forward(prepared.get(0), scope);
    }
    return vertex == null ? prepared.get(0) : vertex.forward(prepared, scope);
  }

  List<Tensor> backward(List<Tensor> prepared, Tensor epsilon, MemoryScope scope) {
    if (layer != null) {
      return List.of(
          layer.gradient(layer.layer().backward(prepared.get(0), epsilon, scope), scope));
    }
    return vertex == null ? List.of() : vertex.backward(prepared, epsilon, scope);
  }

  void score(List<Tensor> prepared, MemoryScope scope) {
    if (layer != null && layer.layer() instanceof OutputMemory last) {
      last.score(prepared.get(0), scope);
    }
  }
}
