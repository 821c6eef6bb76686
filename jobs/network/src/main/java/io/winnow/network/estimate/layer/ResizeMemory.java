package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/**
 * A layer without weights that writes its output into a new array and the gradient of its input
 * into another: pooling, upsampling, padding, cropping of sequences, repetition of a vector.
 */
final class ResizeMemory implements LayerMemory {
  private final LayerSite site;

  ResizeMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
