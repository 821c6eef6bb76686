package io.winnow.network.estimate.vertex;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A vertex that writes its output into one new array, and the gradient of each input into another:
 * merging, stacking, subsets, scaling, shifting, reshaping, the last step of a sequence.
 */
final class CopyingVertex implements VertexMemory {
  private final VertexSite site;
  private final Layout forward;
  private final Layout backward;

  CopyingVertex(VertexSite site, Layout forward, Layout backward) {
    this.site = site;
    this.forward = forward;
    this.backward = backward;
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    return scope.create(ACTIVATIONS, site.output(), forward);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    List<Tensor> gradients = new ArrayList<>();
    for (long elements : site.inputs()) {
      gradients.add(scope.create(ACTIVATION_GRAD, elements, backward));
    }
    return gradients;
  }
}
