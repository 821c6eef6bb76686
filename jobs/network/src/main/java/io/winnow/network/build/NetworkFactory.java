package io.winnow.network.build;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Makes the Deeplearning4j configuration of a declared network: fully connected layers in float32,
 * ending in one output layer.
 *
 * <p>What the output layer leaves open follows the task, see {@link OutputRules}. Convolutions can
 * be estimated but not trained here.
 */
public final class NetworkFactory {
  private final NetworkConfig network;
  private final TrainingConfig training;

  /** A factory of one network, trained in one way. */
  public NetworkFactory(NetworkConfig network, TrainingConfig training) {
    this.network = network;
    this.training = training;
  }

  /**
   * The configuration of the network over prepared data.
   *
   * @param features length of a prepared feature vector
   * @param label what is predicted
   * @throws WinnowException where network, data and task contradict each other
   */
  public MultiLayerConfiguration configuration(int features, FittedLabel label) {
    requireInput(features);
    List<LayerConfig> layers = network.layers();
    requireOutputAtTheEnd(layers);
    List<String> names = LayerNames.of(layers);
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(training.seed())
            .dataType(DataType.FLOAT)
            .updater(Updaters.of(training.updater()))
            .list();
    int in = features;
    for (int i = 0; i < layers.size(); i++) {
      int out = units(layers.get(i), i, label);
      list.layer(layer(layers.get(i), i, names.get(i), in, out, label));
      in = out;
    }
    return list.build();
  }

  private void requireInput(int features) {
    InputConfig input = network.input();
    if (input == null) {
      return;
    }
    if (input.channels() != null
        || input.depth() != null
        || input.height() != null
        || input.width() != null) {
      throw WinnowException.usage(
          "network.input: a network over prepared rows takes features only; remove channels, depth,"
              + " height and width");
    }
    if (input.features() != null && input.features() != features) {
      throw WinnowException.usage(
          ("network.input.features: %d, but the prepared data has %d features; remove the"
                  + " key or correct it")
              .formatted(input.features(), features));
    }
  }

  private static void requireOutputAtTheEnd(List<LayerConfig> layers) {
    int last = layers.size() - 1;
    for (int i = 0; i < last; i++) {
      if (layers.get(i) instanceof OutputLayerConfig) {
        throw WinnowException.usage(
            ("network.layers[%d]: an output layer stands before the end; only the last"
                    + " layer may be one")
                .formatted(i));
      }
    }
    if (last < 0 || !(layers.get(last) instanceof OutputLayerConfig)) {
      throw WinnowException.usage(
          "network.layers: the last layer is no output layer; add {type: output} at the end");
    }
  }

  private static int units(LayerConfig layer, int index, FittedLabel label) {
    if (layer instanceof DenseConfig dense) {
      return dense.units();
    }
    if (layer instanceof OutputLayerConfig output) {
      return OutputRules.units(output, index, label);
    }
    throw notTrainable(layer, index);
  }

  private static Layer layer(
      LayerConfig layer, int index, String name, int in, int out, FittedLabel label) {
    if (layer instanceof DenseConfig dense) {
      return dense(dense, name, in, out);
    }
    if (layer instanceof OutputLayerConfig output) {
      return output(output, index, name, in, out, label);
    }
    throw notTrainable(layer, index);
  }

  private static Layer dense(DenseConfig dense, String name, int in, int out) {
    DenseLayer.Builder builder =
        new DenseLayer.Builder()
            .name(name)
            .nIn(in)
            .nOut(out)
            .activation(Activations.of(dense.activation()))
            .weightInit(WeightInits.of(dense.weightInit(), in))
            .biasInit(dense.biasInit());
    regularise(builder, dense.dropout(), dense.l1(), dense.l2());
    return builder.build();
  }

  private static Layer output(
      OutputLayerConfig output, int index, String name, int in, int out, FittedLabel label) {
    OutputLayer.Builder builder =
        new OutputLayer.Builder(OutputRules.loss(output, index, label))
            .name(name)
            .nIn(in)
            .nOut(out)
            .activation(Activations.of(OutputRules.activation(output, index, label)))
            .weightInit(WeightInits.of(output.weightInit(), in))
            .biasInit(output.biasInit());
    regularise(builder, output.dropout(), output.l1(), output.l2());
    return builder.build();
  }

  private static void regularise(
      BaseLayer.Builder<?> builder, double dropout, double l1, double l2) {
    if (dropout > 0) {
      // Deeplearning4j takes the probability that an input is kept.
      builder.dropOut(1 - dropout);
    }
    builder.l1(l1);
    builder.l2(l2);
  }

  private static WinnowException notTrainable(LayerConfig layer, int index) {
    return WinnowException.usage(
        ("network.layers[%d]: %s can be estimated but not trained; use dense layers over"
                + " prepared rows")
            .formatted(index, LayerNames.type(layer)));
  }
}
