package io.winnow.network.estimate.pass;

import java.util.List;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Elements of an optimizer's state: none for plain gradient descent, one per parameter with
 * momentum, two for Adam, three for AMSGrad, as ND4J's updaters tell them themselves.
 */
final class UpdaterState {
  private static final long SAMPLE = 1;

  private UpdaterState() {}

  /** State of one layer's parameters. */
  static long of(Layer layer, long parameters) {
    if (layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop) {
      return 0;
    }
    if (layer instanceof BaseWrapperLayer wrapper) {
      return of(wrapper.getUnderlying(), parameters);
    }
    if (layer instanceof CenterLossOutputLayer output) {
      long centers = output.getNIn() * output.getNOut();
      return (parameters - centers) * largest(layer, List.of(DefaultParamInitializer.WEIGHT_KEY));
    }
    if (layer instanceof BatchNormalization norm) {
      return norm.isLockGammaBeta() ? 0 : 2 * norm.getNOut() * perParameter(norm.getIUpdater());
    }
    ParamInitializer initializer = layer.initializer();
    long biases = biases(layer, initializer);
    return Math.addExact(
        Math.multiplyExact(parameters - biases, largest(layer, initializer.weightKeys(layer))),
        Math.multiplyExact(biases, largest(layer, initializer.biasKeys(layer))));
  }

  private static long biases(Layer layer, ParamInitializer initializer) {
    if (!(layer instanceof FeedForwardLayer feedForward)) {
      return 0;
    }
    long gates = layer instanceof BaseRecurrentLayer && isGated(layer) ? 4 : 1;
    return initializer.biasKeys(layer).size() * feedForward.getNOut() * gates;
  }

  // Deprecated layers: saved networks still have them.
  @SuppressWarnings("deprecation")
  private static boolean isGated(Layer layer) {
    return layer instanceof LSTM
        || layer instanceof org.deeplearning4j.nn.conf.layers.GravesLSTM
        || layer instanceof org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
  }

  private static long largest(Layer layer, List<String> keys) {
    return keys.stream()
        .mapToLong(key -> perParameter(layer.getUpdaterByParam(key)))
        .max()
        .orElse(0);
  }

  private static long perParameter(IUpdater updater) {
    return updater == null || updater instanceof NoOp ? 0 : updater.stateSize(SAMPLE);
  }
}
