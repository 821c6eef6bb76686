package io.winnow.train;

import io.winnow.network.model.TrainableNetwork;
import io.winnow.network.model.TrainableNetwork.LayerParameters;
import java.util.Optional;

/** Looks for parameters that are not finite. */
public final class FinitenessCheck {
  private FinitenessCheck() {}

  /** Name of the first layer with such a parameter. */
  public static Optional<String> brokenLayer(TrainableNetwork network) {
    float[] parameters = network.parameters().dup().data().asFloat();
    int next = 0;
    for (LayerParameters layer : network.layers()) {
      long end = next + layer.count();
      for (; next < end; next++) {
        if (!Float.isFinite(parameters[next])) {
          return Optional.of(layer.name());
        }
      }
    }
    return Optional.empty();
  }
}
