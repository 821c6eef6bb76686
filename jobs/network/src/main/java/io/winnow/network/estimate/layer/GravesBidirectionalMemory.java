package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Graves' layer in both directions, whose outputs are added in place. */
final class GravesBidirectionalMemory implements LayerMemory {
  private final LayerMemory direction;

  GravesBidirectionalMemory(LayerMemory direction) {
    this.direction = direction;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Tensor output = direction.forward(input, scope);
    direction.forward(input, scope);
    return output;
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor gradient = direction.backward(input, epsilon, scope);
    direction.backward(input, epsilon, scope);
    return gradient;
  }
}
