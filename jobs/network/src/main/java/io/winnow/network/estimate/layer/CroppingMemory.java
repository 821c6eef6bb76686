package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Cropping of images and volumes: the output is a view of the input. */
final class CroppingMemory implements LayerMemory {
  private final LayerSite site;

  CroppingMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.moved(ACTIVATIONS, input.part(site.outputElements(), Layout.STRIDED));
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
