package io.winnow.network.estimate;

import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.LstmConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.Pooling3dConfig;
import io.winnow.core.config.network.SimpleRnnConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.build.LayerNames;
import io.winnow.network.build.LayerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The textbook count of a network's elements.
 *
 * <p>Per layer, with P parameters, O output elements of one example and N examples in a batch:
 * training 2·P + N·2·O (a gradient for every parameter and every output), inference 2·P + O. P is
 * C2·C1·K² for a convolution (K³ in three dimensions), in·out for a dense layer, out·(in + out) for
 * a simple recurrent layer and four times that for an LSTM, two by channel for batch normalisation.
 * Biases are left out unless a convolution counts them, then as C2·C1·(K² + 1).
 *
 * <p>The model leaves out the optimizer's state and every intermediate array of a framework, and
 * counts a gradient and a single example for inference; it is kept as it is usually taught.
 */
public final class TextbookEstimator {
  private static final long LSTM_GATES = 4;
  private static final long SCALE_AND_SHIFT = 2;

  private final NetworkConfig network;
  private final @Nullable Integer preparedFeatures;
  private final @Nullable Integer outputs;

  /**
   * An estimator of one network.
   *
   * @param preparedFeatures features of the prepared data, or null where there is none
   * @param outputs classes, or 1 for a regression, or null where nothing is known of the label
   */
  public TextbookEstimator(
      NetworkConfig network, @Nullable Integer preparedFeatures, @Nullable Integer outputs) {
    this.network = network;
    this.preparedFeatures = preparedFeatures;
    this.outputs = outputs;
  }

  /**
   * The estimate of one replica.
   *
   * @param batch rows of a minibatch
   * @throws WinnowException where shapes contradict each other or nothing tells them
   */
  public Estimate estimate(int batch, DataType type) {
    List<String> names = LayerNames.of(network.layers());
    List<LayerEstimate> layers = new ArrayList<>();
    LayerShape shape = LayerShape.of(network.input(), preparedFeatures);
    for (int i = 0; i < network.layers().size(); i++) {
      LayerConfig layer = network.layers().get(i);
      LayerShape out = shapeAfter(layer, i, shape);
      layers.add(
          estimate(
              names.get(i), LayerNames.type(layer), parameters(layer, shape, out), out, batch));
      shape = out;
    }
    return new Estimate(
        Estimate.SCHEMA_VERSION,
        EstimateModel.TEXTBOOK,
        batch,
        type,
        List.copyOf(layers),
        new Estimate.Total(
            sum(layers, layer -> layer.parameters() + layer.gradient(), type),
            sum(layers, LayerEstimate::trainingElements, type),
            sum(layers, LayerEstimate::inferenceElements, type)),
        null,
        null,
        null,
        List.of());
  }

  private static LayerEstimate estimate(
      String name, String type, long parameters, LayerShape out, int batch) {
    long activations = Math.multiplyExact(out.elements(), (long) batch);
    long doubled = Math.multiplyExact(2L, parameters);
    return new LayerEstimate(
        name,
        type,
        out.withBatch(batch),
        parameters,
        parameters,
        0,
        activations,
        activations,
        0,
        Math.addExact(doubled, Math.multiplyExact(2L, activations)),
        Math.addExact(doubled, out.elements()),
        null,
        null,
        Basis.FORMULA);
  }

  private LayerShape shapeAfter(LayerConfig layer, int index, LayerShape in) {
    return layer instanceof OutputLayerConfig output
        ? in.fullyConnected(layer, index, outputUnits(output, index))
        : in.after(layer, index);
  }

  private int outputUnits(OutputLayerConfig output, int index) {
    Integer known = output.units() == null ? outputs : output.units();
    if (known == null) {
      throw WinnowException.usage(
          ("network.layers[%d].units: missing, and there is no prepared data to count the"
                  + " classes of; add it")
              .formatted(index));
    }
    return known;
  }

  private static long parameters(LayerConfig layer, LayerShape in, LayerShape out) {
    if (layer instanceof Convolution2dConfig c) {
      return convolution(in, c.filters(), (long) c.kernel() * c.kernel(), c.bias());
    }
    if (layer instanceof Convolution3dConfig c) {
      return convolution(in, c.filters(), (long) c.kernel() * c.kernel() * c.kernel(), c.bias());
    }
    if (layer instanceof LstmConfig lstm) {
      return LSTM_GATES * recurrent(in, lstm.units());
    }
    if (layer instanceof SimpleRnnConfig rnn) {
      return recurrent(in, rnn.units());
    }
    if (layer instanceof BatchNormConfig) {
      return SCALE_AND_SHIFT * in.channels();
    }
    if (layer instanceof Pooling2dConfig
        || layer instanceof Pooling3dConfig
        || layer instanceof GlobalPoolingConfig) {
      return 0;
    }
    return Math.multiplyExact(in.elements(), out.elements());
  }

  private static long recurrent(LayerShape in, long units) {
    return Math.multiplyExact(units, Math.addExact(in.channels(), units));
  }

  private static long convolution(LayerShape in, long filters, long kernel, BiasCount bias) {
    long perPair =
        switch (bias) {
          case IGNORED -> kernel;
          case COUNTED -> kernel + 1;
        };
    return Math.multiplyExact(Math.multiplyExact(filters, in.channels()), perPair);
  }

  private static MemorySize sum(
      List<LayerEstimate> layers, ToLongFunction<LayerEstimate> elements, DataType type) {
    return MemorySize.of(layers.stream().mapToLong(elements).reduce(0, Math::addExact), type);
  }
}
