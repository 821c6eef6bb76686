package io.winnow.train;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Looks for parameters that are not finite. */
public final class FinitenessCheck {
  private FinitenessCheck() {}

  /** Name of the first layer with such a parameter. */
  public static Optional<String> brokenLayer(MultiLayerNetwork network) {
    float[] parameters = network.params().dup().data().asFloat();
    int next = 0;
    for (Layer layer : network.getLayers()) {
      long end = next + layer.numParams();
      for (; next < end; next++) {
        if (!Float.isFinite(parameters[next])) {
          return Optional.of(layer.conf().getLayer().getLayerName());
        }
      }
    }
    return Optional.empty();
  }
}
