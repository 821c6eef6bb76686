package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;

/** An output layer with a centre per class, {@code nn.layers.training.CenterLossOutputLayer}. */
final class CenterLossMemory implements OutputMemory {
  private final LayerSite site;
  private final BaseOutputLayer layer;

  CenterLossMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseOutputLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return DenseMemory.product(site, input, scope);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    Tensor preOutput = DenseMemory.product(site, input, scope);
    Losses.gradient(layer.getLossFn(), layer.getActivationFn(), preOutput, site.batch(), scope);
    distances(scope);
    scope.product(layer.getNIn() * layer.getNOut(), Layout.ROW_MAJOR);
    scope.temporaries(1, layer.getNOut());
    distances(scope);
    return DenseMemory.gradient(site, scope);
  }

  private void distances(MemoryScope scope) {
    scope.product(site.inputElements(), Layout.ROW_MAJOR);
    scope.temporaries(1, site.inputElements());
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    DenseMemory.product(site, input, scope);
    distances(scope);
    scope.temporaries(1, site.batch());
    scope.temporaries(1, 1);
    Losses.score(layer.getLossFn(), site.outputElements(), site.batch(), scope);
  }
}
