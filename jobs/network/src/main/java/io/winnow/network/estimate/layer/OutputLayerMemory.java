package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A fully connected layer with a loss, {@code nn.layers.BaseOutputLayer}. In training its forward
 * pass is part of the backward pass and of the score.
 */
final class OutputLayerMemory implements OutputMemory {
  private final LayerSite site;
  private final BaseOutputLayer layer;

  OutputLayerMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseOutputLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    scope.moved(INPUT, input);
    return DenseMemory.product(site, input, scope);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    Tensor preOutput = DenseMemory.product(site, input, scope);
    ILossFunction loss = layer.getLossFn();
    Tensor delta = Losses.gradient(loss, layer.getActivationFn(), preOutput, site.batch(), scope);
    scope.moved(ACTIVATION_GRAD, delta);
    return DenseMemory.gradient(site, scope);
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    DenseMemory.product(site, input, scope);
    Losses.score(layer.getLossFn(), site.outputElements(), site.batch(), scope);
  }
}
