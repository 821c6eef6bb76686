package io.winnow.network.build;

import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.LossName;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What the task decides about the output layer.
 *
 * <p>Classes: one unit each, softmax and cross entropy, so that the outputs are the probabilities
 * that the metrics take. Regression: one unit, any activation but softmax, squared or absolute
 * error.
 */
final class OutputRules {
  private OutputRules() {}

  static int units(OutputLayerConfig output, int index, FittedLabel label) {
    int expected = label.outputs();
    if (output.units() != null && output.units() != expected) {
      throw WinnowException.usage(
          "network.layers[%d].units: %d, but label '%s' needs %d (%s); remove the key or correct it"
              .formatted(
                  index,
                  output.units(),
                  label.column(),
                  expected,
                  label.task() == Task.CLASSIFICATION
                      ? "one per class"
                      : "a regression has one output"));
    }
    return expected;
  }

  static ActivationName activation(OutputLayerConfig output, int index, FittedLabel label) {
    return switch (label.task()) {
      case CLASSIFICATION -> {
        if (output.activation() != null && output.activation() != ActivationName.SOFTMAX) {
          throw contradiction(index, "activation", "softmax", "a classification");
        }
        yield ActivationName.SOFTMAX;
      }
      case REGRESSION -> {
        if (output.activation() == ActivationName.SOFTMAX) {
          throw contradiction(index, "activation", "identity", "a regression");
        }
        yield output.activation() == null ? ActivationName.IDENTITY : output.activation();
      }
    };
  }

  static LossFunction loss(OutputLayerConfig output, int index, FittedLabel label) {
    return switch (label.task()) {
      case CLASSIFICATION -> {
        if (output.loss() != null && output.loss() != LossName.CROSS_ENTROPY) {
          throw contradiction(index, "loss", "crossEntropy", "a classification");
        }
        yield LossFunction.MCXENT;
      }
      case REGRESSION ->
          switch (output.loss() == null ? LossName.MSE : output.loss()) {
            case MSE -> LossFunction.MSE;
            case MAE -> LossFunction.MEAN_ABSOLUTE_ERROR;
            case CROSS_ENTROPY -> throw contradiction(index, "loss", "mse", "a regression");
          };
    };
  }

  private static WinnowException contradiction(
      int index, String key, String remedy, String taskName) {
    return WinnowException.usage(
        "network.layers[%d].%s: does not fit %s; remove the key or use %s"
            .formatted(index, key, taskName, remedy));
  }
}
