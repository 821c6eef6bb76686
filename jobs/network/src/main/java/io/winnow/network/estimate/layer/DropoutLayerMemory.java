package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Dropout of its own: in place forward, but for the mask; a copy of the gradient backward. */
final class DropoutLayerMemory implements LayerMemory {
  private final LayerSite site;

  DropoutLayerMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Tensor dropped =
        Dropouts.apply(
            ((org.deeplearning4j.nn.conf.layers.BaseLayer) site.layer()).getIDropout(),
            site,
            input,
            scope);
    return scope.moved(ACTIVATIONS, dropped);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return ActivationLayerMemory.copied(scope.copy(ACTIVATION_GRAD, epsilon));
  }
}
