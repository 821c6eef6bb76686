package io.winnow.network.estimate.vertex;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A bound for a vertex whose arrays are not known: working memory of {@value #WHOLE} times its
 * inputs and output.
 */
final class UncoveredVertex implements VertexMemory {
  static final int WHOLE = 16;

  private final VertexSite site;

  UncoveredVertex(VertexSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    scope.temporaries(WHOLE, everything());
    return scope.create(ACTIVATIONS, site.output(), Layout.STRIDED);
  }

  private long everything() {
    return site.inputs().stream().reduce(site.output(), Math::addExact);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    scope.temporaries(WHOLE, everything());
    List<Tensor> gradients = new ArrayList<>();
    for (long elements : site.inputs()) {
      scope.create(ACTIVATION_GRAD, elements, Layout.STRIDED);
      gradients.add(scope.create(ACTIVATION_GRAD, elements, Layout.STRIDED));
    }
    return gradients;
  }
}
