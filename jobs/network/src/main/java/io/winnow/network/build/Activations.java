package io.winnow.network.build;

import io.winnow.core.config.network.ActivationName;
import org.nd4j.linalg.activations.Activation;

/** Activation functions by their configured names. */
public final class Activations {
  private Activations() {}

  /** The framework's function of a name. */
  public static Activation of(ActivationName name) {
    return switch (name) {
      case IDENTITY -> Activation.IDENTITY;
      case RELU -> Activation.RELU;
      case LEAKY_RELU -> Activation.LEAKYRELU;
      case ELU -> Activation.ELU;
      case SELU -> Activation.SELU;
      case GELU -> Activation.GELU;
      case SWISH -> Activation.SWISH;
      case SOFTPLUS -> Activation.SOFTPLUS;
      case SIGMOID -> Activation.SIGMOID;
      case TANH -> Activation.TANH;
      case SOFTMAX -> Activation.SOFTMAX;
    };
  }
}
