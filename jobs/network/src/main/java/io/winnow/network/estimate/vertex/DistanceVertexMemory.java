package io.winnow.network.estimate.vertex;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;

/** Euclidean distance of two inputs, example by example. */
final class DistanceVertexMemory implements VertexMemory {
  private final VertexSite site;

  DistanceVertexMemory(VertexSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    return scope.create(ACTIVATIONS, site.rows(), Layout.ROW_MAJOR);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    forward(inputs, scope);
    scope.temporaries(2, site.rows());
    long elements = site.inputs().get(0);
    return List.of(
        scope.create(ACTIVATION_GRAD, elements, Layout.ROW_MAJOR),
        scope.create(ACTIVATION_GRAD, elements, Layout.ROW_MAJOR));
  }
}
