package io.winnow.network.estimate.vertex;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;

/** Division by the Euclidean norm of each example. */
final class NormVertexMemory implements VertexMemory {
  private final VertexSite site;

  NormVertexMemory(VertexSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    scope.temporaries(1, site.rows());
    return scope.create(ACTIVATIONS, site.output(), Layout.ROW_MAJOR);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    scope.temporaries(3, site.rows());
    scope.temporaries(2, site.output());
    return List.of(scope.create(ACTIVATION_GRAD, site.output(), Layout.ROW_MAJOR));
  }
}
