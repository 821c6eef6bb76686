package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;

/** A look-up of one vector per example; its gradient is as dense as its table. */
final class EmbeddingMemory implements LayerMemory {
  private final LayerSite site;
  private final BaseLayer layer;

  EmbeddingMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor preOutput = scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    Activations.backward(layer.getActivationFn(), preOutput, epsilon, scope);
    scope.temporaryBytes(site.batch() * Long.BYTES);
    return Tensor.outside(0);
  }
}
