package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Blocks of an image moved into its channels; the input is copied unless it is row-major. */
final class SpaceToDepthMemory implements LayerMemory {
  private final LayerSite site;

  SpaceToDepthMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Tensor output = scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    if (input.layout() != Layout.ROW_MAJOR) {
      scope.temporary(input.elements(), Layout.ROW_MAJOR);
    }
    return output;
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
