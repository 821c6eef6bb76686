package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** A feed-forward layer over every step, whose input and output are rearranged by copies. */
final class TimeDistributedMemory implements LayerMemory {
  private final LayerMemory inner;

  TimeDistributedMemory(LayerMemory inner) {
    this.inner = inner;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Tensor rows = scope.moved(INPUT, scope.temporary(input.elements(), Layout.ROW_MAJOR));
    Tensor output = inner.forward(rows, scope);
    return scope.copy(ACTIVATIONS, output);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor rows = scope.temporary(epsilon.elements(), Layout.ROW_MAJOR);
    Tensor gradient = inner.backward(input, rows, scope);
    return scope.copy(ACTIVATION_GRAD, gradient);
  }
}
