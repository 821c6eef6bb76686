package io.winnow.network.estimate.source;

import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.build.Activations;
import io.winnow.network.build.LayerNames;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network of Winnow's own form, as far as its memory depends on it. Convolutions have a bias and
 * rectified outputs, as they will be trained; a network without an output layer is estimated up to
 * its last layer.
 */
public final class DeclaredNetwork {
  private static final int ONE = 1;

  private final NetworkConfig network;
  private final @Nullable Integer preparedFeatures;
  private final @Nullable Integer outputs;
  private final IUpdater updater;

  /**
   * A network over prepared data, or over the input that it declares.
   *
   * @param preparedFeatures features of the prepared data, or null where there is none
   * @param outputs classes, or 1 for a regression, or null where nothing is known of the label
   * @param updater that trains it
   */
  public DeclaredNetwork(
      NetworkConfig network,
      @Nullable Integer preparedFeatures,
      @Nullable Integer outputs,
      IUpdater updater) {
    this.network = network;
    this.preparedFeatures = preparedFeatures;
    this.outputs = outputs;
    this.updater = updater;
  }

  /**
   * What is simulated.
   *
   * @throws WinnowException where nothing tells the shape of the input or the number of outputs
   */
  public NetworkModel model() {
    InputType input = input();
    List<String> names = LayerNames.of(network.layers());
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().updater(updater).list();
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = layer(network.layers().get(i), i);
      layer.setLayerName(names.get(i));
      list.layer(layer);
    }
    return new SequentialNetwork(list.setInputType(input).build(), input);
  }

  private InputType input() {
    InputConfig input = network.input();
    Integer features =
        input == null || (input.features() == null && input.channels() == null)
            ? preparedFeatures
            : input.features();
    if (features != null) {
      return InputType.feedForward(features);
    }
    if (input == null || input.channels() == null) {
      throw WinnowException.usage(
          "network.input: missing, and there is no prepared data to take it from; add input:"
              + " {features: N} or channels, height and width");
    }
    if (input.height() == null || input.width() == null) {
      throw WinnowException.usage(
          "network.input: channels without height and width; add both, and depth for"
              + " convolution3d");
    }
    return input.depth() == null
        ? InputType.convolutional(input.height(), input.width(), input.channels())
        : InputType.convolutional3D(
            Convolution3D.DataFormat.NCDHW,
            input.depth(),
            input.height(),
            input.width(),
            input.channels());
  }

  private Layer layer(LayerConfig layer, int index) {
    if (layer instanceof DenseConfig dense) {
      return new DenseLayer.Builder()
          .nOut(dense.units())
          .activation(Activations.of(dense.activation()))
          .dropOut(dense.dropout() > 0 ? 1 - dense.dropout() : 0)
          .build();
    }
    if (layer instanceof Convolution2dConfig convolution) {
      return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
          .nOut(convolution.filters())
          .stride(convolution.stride(), convolution.stride())
          .convolutionMode(mode(convolution.padding()))
          .activation(Activation.RELU)
          .build();
    }
    if (layer instanceof Convolution3dConfig convolution) {
      return new Convolution3D.Builder(
              convolution.kernel(), convolution.kernel(), convolution.kernel())
          .nOut(convolution.filters())
          .stride(convolution.stride(), convolution.stride(), convolution.stride())
          .convolutionMode(mode(convolution.padding()))
          .activation(Activation.RELU)
          .build();
    }
    return output((OutputLayerConfig) layer, index);
  }

  private static ConvolutionMode mode(Padding padding) {
    return switch (padding) {
      case SAME -> ConvolutionMode.Same;
      case VALID -> ConvolutionMode.Truncate;
    };
  }

  private Layer output(OutputLayerConfig output, int index) {
    Integer units = output.units() == null ? outputs : output.units();
    if (units == null) {
      throw WinnowException.usage(
          ("network.layers[%d].units: missing, and there is no prepared data to count the"
                  + " classes of; add it")
              .formatted(index));
    }
    boolean regression = units == ONE;
    return new OutputLayer.Builder(regression ? LossFunction.MSE : LossFunction.MCXENT)
        .nOut(units)
        .activation(regression ? Activation.IDENTITY : Activation.SOFTMAX)
        .dropOut(output.dropout() > 0 ? 1 - output.dropout() : 0)
        .build();
  }
}
