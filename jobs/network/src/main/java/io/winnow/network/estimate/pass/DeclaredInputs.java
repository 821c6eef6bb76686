package io.winnow.network.estimate.pass;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional3D;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * What a layer says of its input: {@code nIn}, units or channels, which Deeplearning4j holds
 * against the input only when it trains.
 */
final class DeclaredInputs {
  private DeclaredInputs() {}

  /**
   * Holds a layer's declaration against its input.
   *
   * @throws IllegalArgumentException where they differ
   */
  static void require(Layer layer, InputType input) {
    if (!declares(layer)) {
      return;
    }
    long declared = ((FeedForwardLayer) layer).getNIn();
    long given = size(input);
    if (declared > 0 && declared != given) {
      throw new IllegalArgumentException("its nIn is %d, not %d".formatted(declared, given));
    }
  }

  /** Layers whose weights go over all of their input, and normalisation over its channels. */
  private static boolean declares(Layer layer) {
    return layer instanceof ConvolutionLayer
        || layer instanceof DenseLayer
        || layer instanceof BaseOutputLayer
        || layer instanceof BaseRecurrentLayer
        || layer instanceof BatchNormalization;
  }

  private static long size(InputType input) {
    return switch (input.getType()) {
      case CNN -> ((InputTypeConvolutional) input).getChannels();
      case CNN3D -> ((InputTypeConvolutional3D) input).getChannels();
      case RNN -> ((InputTypeRecurrent) input).getSize();
      case FF, CNNFlat -> input.arrayElementsPerExample();
    };
  }
}
