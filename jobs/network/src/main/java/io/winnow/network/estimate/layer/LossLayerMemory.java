package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss without weights, over vectors. */
final class LossLayerMemory implements OutputMemory {
  private final LayerSite site;
  private final ILossFunction loss;
  private final IActivation activation;

  LossLayerMemory(LayerSite site, ILossFunction loss) {
    this.site = site;
    this.loss = loss;
    this.activation = ((FeedForwardLayer) site.layer()).getActivationFn();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.moved(ACTIVATIONS, scope.temporary(input.elements(), input.layout()));
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return scope.moved(
        ACTIVATION_GRAD,
        Losses.gradient(loss, activation, input.as(Layout.ROW_MAJOR), site.batch(), scope));
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    Losses.score(loss, input.elements(), site.batch(), scope);
  }
}
