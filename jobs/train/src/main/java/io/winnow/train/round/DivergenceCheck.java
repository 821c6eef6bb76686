package io.winnow.train.round;

import io.winnow.network.model.TrainableNetwork;
import io.winnow.network.model.TrainableNetwork.LayerParameters;
import io.winnow.train.DivergenceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Watches the parameters of every layer after every round: each has to be finite, and their root
 * mean square, the layer's norm by its size, must not become {@value #GROWTH} times what it was at
 * the start, or that many where it was below 1.
 */
final class DivergenceCheck {
  private static final double GROWTH = 1e5;

  private final List<LayerRange> layers = new ArrayList<>();

  /** A check against the network as it is now. */
  DivergenceCheck(TrainableNetwork network, byte[] state) {
    FloatBuffer parameters = floats(state);
    int from = 0;
    for (LayerParameters layer : network.layers()) {
      int to = from + Math.toIntExact(layer.count());
      double limit = GROWTH * Math.max(1, magnitude(parameters, from, to));
      layers.add(new LayerRange(layer.name(), from, to, limit));
      from = to;
    }
  }

  private record LayerRange(String name, int from, int to, double limit) {}

  /**
   * Looks at the average of a round.
   *
   * @param loss mean over the rows of the round
   * @param round counted from 1 over the whole training
   * @throws DivergenceException naming layer and round
   */
  void check(byte[] state, double loss, long round) {
    FloatBuffer parameters = floats(state);
    for (LayerRange layer : layers) {
      double magnitude = magnitude(parameters, layer.from(), layer.to());
      if (!Double.isFinite(magnitude)) {
        throw new DivergenceException(
            "layer '%s' has parameters that are not finite after round %d"
                .formatted(layer.name(), round));
      }
      if (magnitude > layer.limit()) {
        throw new DivergenceException(
            String.format(
                Locale.ROOT,
                "the parameters of layer '%s' have grown to %.4g after round %d, more than %.4g",
                layer.name(),
                magnitude,
                round,
                layer.limit()));
      }
    }
    if (!Double.isFinite(loss)) {
      throw new DivergenceException("the loss of round %d is %s".formatted(round, loss));
    }
  }

  /** Root mean square of some values; the squares of floats do not overflow a double. */
  private static double magnitude(FloatBuffer values, int from, int to) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      double value = values.get(i);
      squares += value * value;
    }
    return Math.sqrt(squares / Math.max(1, to - from));
  }

  private static FloatBuffer floats(byte[] state) {
    return ByteBuffer.wrap(state).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
