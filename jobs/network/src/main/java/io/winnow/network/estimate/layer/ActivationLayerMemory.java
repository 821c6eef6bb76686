package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** An activation function of its own: a copy of the input forward, another one backward. */
final class ActivationLayerMemory implements LayerMemory {
  private final ActivationLayer layer;

  ActivationLayerMemory(LayerSite site) {
    this.layer = (ActivationLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.training()
        ? copied(scope.copy(ACTIVATIONS, input))
        : scope.moved(ACTIVATIONS, input);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor copy = copied(scope.copy(ACTIVATION_GRAD, input));
    if (layer.getActivationFn() instanceof ActivationIdentity) {
      return copied(scope.copy(ACTIVATION_GRAD, epsilon));
    }
    return scope.moved(
        ACTIVATION_GRAD, Activations.backward(layer.getActivationFn(), copy, epsilon, scope));
  }

  /** A copy keeps column-major order; any other order becomes row-major. */
  static Tensor copied(Tensor copy) {
    return copy.layout() == Layout.COLUMN_MAJOR ? copy : copy.as(Layout.ROW_MAJOR);
  }
}
