package io.winnow.network.estimate.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.network.estimate.layer.LayerMemories;
import io.winnow.network.estimate.vertex.VertexMemories;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The classes that a network's JSON may name. Deeplearning4j's reader makes an object of whatever
 * class it finds there, so everything else is refused before it sees the text.
 */
public final class AllowedClasses {
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
  private static final String GRAPH = "org.deeplearning4j.nn.conf.graph.";

  private static final String CLASS = "@class";
  private static final Pattern QUALIFIED = Pattern.compile("[a-zA-Z_$][\\w$]*(\\.[\\w$]+)+");

  /** Keys, in lower case, of what Deeplearning4j reads as plain texts: names that people give. */
  private static final Set<String> NAMES =
      Set.of("layername", "variables", "networkinputs", "networkoutputs", "vertexinputs");

  /** Layers and vertices that are read, though their memory is only bounded. */
  private static final Set<String> UNCOVERED =
      Set.of(
          LAYERS + "CapsuleLayer",
          LAYERS + "CapsuleStrengthLayer",
          LAYERS + "PrimaryCapsules",
          LAYERS + "LearnedSelfAttentionLayer",
          LAYERS + "RecurrentAttentionLayer",
          LAYERS + "LocallyConnected1D",
          LAYERS + "LocallyConnected2D",
          LAYERS + "PReLULayer",
          LAYERS + "objdetect.Yolo2OutputLayer",
          LAYERS + "variational.VariationalAutoencoder",
          GRAPH + "AttentionVertex");

  /** Functions and rules: values without behaviour of their own beyond their arithmetic. */
  private static final List<Pattern> VALUES =
      List.of(
          values("org.nd4j.linalg.activations.impl."),
          values("org.nd4j.linalg.lossfunctions.impl."),
          values("org.nd4j.linalg.learning.config."),
          values("org.nd4j.linalg.learning.regularization."),
          values("org.nd4j.linalg.schedule."),
          values("org.deeplearning4j.nn.weights."),
          values("org.deeplearning4j.nn.conf.distribution."),
          values("org.deeplearning4j.nn.conf.dropout."),
          values("org.deeplearning4j.nn.conf.weightnoise."),
          values("org.deeplearning4j.nn.conf.constraint."),
          values("org.deeplearning4j.nn.conf.stepfunctions."),
          values("org.deeplearning4j.nn.conf.preprocessor."),
          values("org.deeplearning4j.nn.conf.layers.variational."));

  private AllowedClasses() {}

  private static Pattern values(String packageName) {
    return Pattern.compile(Pattern.quote(packageName) + "[A-Za-z0-9]+");
  }

  /**
   * The first text of a network's JSON that Deeplearning4j could make an object of, and may not:
   * under {@code @class} or {@code type}, as the first of a class and its object in an array, or
   * anywhere if it looks like a class, but for the names of layers and vertices.
   */
  public static Optional<String> firstRefused(JsonNode network) {
    return firstRefused("", network);
  }

  private static Optional<String> firstRefused(String key, JsonNode value) {
    if (NAMES.contains(key)) {
      return Optional.empty();
    }
    if (value.isObject()) {
      return value.properties().stream()
          .flatMap(
              field ->
                  firstRefused(field.getKey().toLowerCase(Locale.ROOT), field.getValue()).stream())
          .findFirst();
    }
    if (value.isArray()) {
      // A class and its object: the form that Jackson writes for some values.
      boolean typed = value.size() == 2 && value.get(0).isTextual() && value.get(1).isObject();
      return IntStream.range(0, value.size())
          .mapToObj(i -> firstRefused(typed && i == 0 ? CLASS : "", value.get(i)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.of(value.asText())
        .filter(text -> value.isTextual() && couldBeClass(key, text) && !contain(text));
  }

  private static boolean couldBeClass(String key, String text) {
    return key.equals(CLASS) || key.equals("type") || QUALIFIED.matcher(text).matches();
  }

  /** Whether an object of a class may be made. */
  public static boolean contain(String name) {
    return UNCOVERED.contains(name)
        || LayerMemories.classNames().contains(name)
        || VertexMemories.classNames().contains(name)
        || name.equals(GRAPH + "LayerVertex")
        || VALUES.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }
}
