package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** Arrays of activation functions. Most overwrite what they are given. */
final class Activations {
  private Activations() {}

  /**
   * The gradient before the activation function.
   *
   * @param preOutput what the function was applied to
   * @param epsilon gradient behind it
   */
  static Tensor backward(
      IActivation activation, Tensor preOutput, Tensor epsilon, MemoryScope scope) {
    if (activation instanceof ActivationIdentity) {
      return epsilon;
    }
    if (activation instanceof ActivationReLU relu) {
      return relu(relu, preOutput, scope);
    }
    return preOutput;
  }

  /** The only common function that makes a new array, in the order that its input declares. */
  private static Tensor relu(ActivationReLU relu, Tensor preOutput, MemoryScope scope) {
    Double max = relu.getMax();
    if (max != null && max != 0.0) {
      scope.temporaryBytes(preOutput.elements());
    }
    Layout layout =
        preOutput.layout() == Layout.COLUMN_MAJOR ? Layout.COLUMN_MAJOR : Layout.ROW_MAJOR;
    return scope.temporary(preOutput.elements(), layout);
  }
}
