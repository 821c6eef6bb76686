package io.winnow.network.estimate.source;

import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.build.LayerFactory;
import io.winnow.network.build.LayerNames;
import io.winnow.network.build.LayerShape;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network of Winnow's own form, as it is trained; one without an output layer is estimated up to
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
    if (network.deeplearning4j() != null) {
      return new NetworkJson("network").parse(network.deeplearning4j().toString(), null);
    }
    LayerShape shape = LayerShape.of(network.input(), preparedFeatures);
    InputType input = shape.inputType();
    List<String> names = LayerNames.of(network.layers());
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().updater(updater).list();
    for (int i = 0; i < network.layers().size(); i++) {
      LayerConfig declared = network.layers().get(i);
      if (declared instanceof OutputLayerConfig output) {
        OutputLayer layer = output(output, i);
        layer.setLayerName(names.get(i));
        list.layer(layer);
        shape = shape.fullyConnected(output, i, layer.getNOut());
      } else {
        list.layer(LayerFactory.of(declared, names.get(i), shape));
        shape = shape.after(declared, i);
      }
    }
    return new SequentialNetwork(list.setInputType(input).build(), input);
  }

  private OutputLayer output(OutputLayerConfig output, int index) {
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
