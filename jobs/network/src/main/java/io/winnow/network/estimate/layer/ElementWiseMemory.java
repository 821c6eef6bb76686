package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;

/** One weight per input, multiplied in. */
final class ElementWiseMemory implements LayerMemory {
  private final LayerSite site;
  private final FeedForwardLayer layer;

  ElementWiseMemory(LayerSite site) {
    this.site = site;
    this.layer = (FeedForwardLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    return preOutput(scope);
  }

  private Tensor preOutput(MemoryScope scope) {
    Tensor result = scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    scope.temporaries(1, site.outputElements());
    return result;
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Activations.backward(layer.getActivationFn(), preOutput(scope), epsilon, scope);
    scope.temporaries(1, site.outputElements());
    scope.temporaries(1, layer.getNOut());
    return scope.moved(ACTIVATION_GRAD, scope.temporary(site.outputElements(), Layout.ROW_MAJOR));
  }
}
