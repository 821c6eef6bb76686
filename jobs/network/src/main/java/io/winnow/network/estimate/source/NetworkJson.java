package io.winnow.network.estimate.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.pass.GraphNetwork;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Deeplearning4j's JSON of a network. Its top level may carry {@code inputShapes}, which
 * Deeplearning4j does not write: a list per input of the network, as {@code --input} takes it.
 */
final class NetworkJson {
  private static final String SHAPES = "inputShapes";
  private static final int LONGEST_LINE = 300;

  private final String file;

  NetworkJson(String file) {
    this.file = file;
  }

  NetworkModel parse(String text, @Nullable String input) {
    ObjectNode tree = tree(text);
    JsonNode shapes = tree.remove(SHAPES);
    Optional<String> refused = AllowedClasses.firstRefused(tree);
    if (refused.isPresent()) {
      throw WinnowException.usage(
          "%s: class '%s' is not one of the layers, vertices and functions that are estimated"
              .formatted(file, refused.get()));
    }
    InputShapes declared = InputShapes.of(input, shapes, file);
    if (tree.has("vertices")) {
      ComputationGraphConfiguration graph =
          read(() -> ComputationGraphConfiguration.fromJson(tree.toString()));
      requirePositive(tree);
      return new GraphNetwork(graph, declared.forGraph(graph));
    }
    if (!tree.has("confs")) {
      throw WinnowException.usage(
          "%s: neither confs nor vertices at the top; give the JSON that Deeplearning4j's"
                  .formatted(file)
              + " toJson() writes");
    }
    MultiLayerConfiguration sequential =
        read(() -> MultiLayerConfiguration.fromJson(tree.toString()));
    requirePositive(tree);
    return new SequentialNetwork(sequential, declared.forSequence(sequential));
  }

  private ObjectNode tree(String text) {
    try {
      if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw WinnowException.usage(
          "%s: not valid JSON at line %d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  line(withoutText(e.getOriginalMessage()))));
    }
    throw WinnowException.usage("%s: not a JSON object".formatted(file));
  }

  /** What reads a configuration. */
  private interface Reader<T> {
    T read();
  }

  private <T> T read(Reader<T> reader) {
    try {
      T configuration = reader.read();
      if (configuration != null) {
        return configuration;
      }
    } catch (RuntimeException e) {
      throw WinnowException.usage(
          "%s: Deeplearning4j cannot read it: %s"
              .formatted(file, line(String.valueOf(e.getMessage()))));
    }
    throw WinnowException.usage("%s: Deeplearning4j reads nothing from it".formatted(file));
  }

  /** Jackson's message quotes the text from its beginning. */
  private static String withoutText(String message) {
    int quoted = message.indexOf(" (start marker at");
    return quoted < 0 ? message : message.substring(0, quoted);
  }

  private static String line(String message) {
    String first = message.lines().findFirst().orElse("");
    return first.length() > LONGEST_LINE ? first.substring(0, LONGEST_LINE) + "…" : first;
  }

  /** Sizes that are written are above 0: a negative one would shrink the sum unseen. */
  private void requirePositive(JsonNode value) {
    value
        .properties()
        .forEach(
            field -> {
              String key = field.getKey().toLowerCase(java.util.Locale.ROOT);
              JsonNode size = field.getValue();
              if ((key.equals("nin") || key.equals("nout"))
                  && size.isNumber()
                  && size.asLong() < 0) {
                throw WinnowException.usage(
                    "%s: %s is %d; sizes are above 0"
                        .formatted(file, field.getKey(), size.asLong()));
              }
              if (key.equals("kernelsize") || key.equals("stride") || key.equals("blocks")) {
                size.forEach(
                    extent -> {
                      if (extent.isNumber() && extent.asLong() < 1) {
                        throw WinnowException.usage(
                            "%s: %s holds %d; sizes are above 0"
                                .formatted(file, field.getKey(), extent.asLong()));
                      }
                    });
              }
              requirePositive(size);
            });
    value.forEach(
        element -> {
          if (value.isArray()) {
            requirePositive(element);
          }
        });
  }
}
