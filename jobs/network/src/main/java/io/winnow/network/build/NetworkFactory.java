package io.winnow.network.build;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Makes the Deeplearning4j configuration of a declared network: layers in float32 over features, a
 * sequence, an image or a volume, ending in one output layer.
 *
 * <p>What the output layer leaves open follows the task, see {@link OutputRules}.
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
   * The shape that a prepared feature vector is given to the network in.
   *
   * @param features length of a prepared feature vector
   * @throws WinnowException where the declared shape has another number of values
   */
  public LayerShape input(int features) {
    LayerShape shape = LayerShape.of(network.input(), features);
    if (shape.elements() == features) {
      return shape;
    }
    throw WinnowException.usage(
        shape.extents().isEmpty()
            ? "network.input.features: %s, but the prepared data has %d features; remove the key or correct it"
                .formatted(shape, features)
            : "network.input: %s are %d values, but the prepared data has %d features; correct the shape, or give every value a column"
                .formatted(shape, shape.elements(), features));
  }

  /**
   * The configuration of the network over prepared data.
   *
   * @param features length of a prepared feature vector
   * @param label what is predicted
   * @throws WinnowException where network, data and task contradict each other
   */
  public MultiLayerConfiguration configuration(int features, FittedLabel label) {
    LayerShape shape = input(features);
    List<LayerConfig> layers = network.layers();
    requireOutputAtTheEnd(layers);
    List<String> names = LayerNames.of(layers);
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(training.seed())
            .dataType(DataType.FLOAT)
            .updater(Updaters.of(training.updater()))
            .list()
            .setInputType(shape.inputType());
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof OutputLayerConfig output) {
        int units = OutputRules.units(output, i, label);
        LayerShape out = shape.fullyConnected(output, i, units);
        list.layer(output(output, i, names.get(i), shape.elements(), units, label));
        shape = out;
      } else {
        LayerShape out = shape.after(layers.get(i), i);
        list.layer(LayerFactory.of(layers.get(i), names.get(i), shape));
        shape = out;
      }
    }
    return list.build();
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

  private ILossFunction loss(OutputLayerConfig output, int index, FittedLabel label) {
    LossFunction loss = OutputRules.loss(output, index, label);
    return training.classWeights() == null || loss != LossFunction.MCXENT
        ? loss.getILossFunction()
        : WeightedLoss.of(label.outputs());
  }

  private OutputLayer output(
      OutputLayerConfig output, int index, String name, long in, int out, FittedLabel label) {
    OutputLayer.Builder builder =
        new OutputLayer.Builder(loss(output, index, label))
            .name(name)
            .nOut(out)
            .activation(Activations.of(OutputRules.activation(output, index, label)))
            .weightInit(WeightInits.of(output.weightInit(), in))
            .biasInit(output.biasInit());
    LayerFactory.regularise(builder, output.dropout(), output.l1(), output.l2());
    return builder.build();
  }
}
