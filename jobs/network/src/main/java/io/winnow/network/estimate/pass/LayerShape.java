package io.winnow.network.estimate.pass;

import io.winnow.core.failure.WinnowException;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Shapes of one example at a layer.
 *
 * @param given before the layer's preprocessor
 * @param input behind it
 * @param output of the layer
 */
public record LayerShape(Flow given, Flow input, Flow output) {
  /**
   * The shapes at a layer.
   *
   * @throws WinnowException where the layer does not fit what it is given
   */
  static LayerShape of(
      String name, int index, Layer layer, @Nullable InputPreProcessor preprocessor, Flow given) {
    try {
      Flow input = preprocessor == null ? given : given.through(preprocessor);
      DeclaredInputs.require(layer, input.type());
      Flow output = input.through(layer, index);
      if (Arrays.stream(output.type().getShape(true)).anyMatch(extent -> extent == 0)) {
        throw new IllegalStateException("its output is empty: " + output.type());
      }
      return new LayerShape(given, input, output);
    } catch (IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException contradiction) {
      throw WinnowException.usage(
          "layer %s does not fit an input of %s: %s"
              .formatted(name, given.type(), firstLine(contradiction.getMessage())));
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
