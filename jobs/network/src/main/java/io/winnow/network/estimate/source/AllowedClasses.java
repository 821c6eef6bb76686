package io.winnow.network.estimate.source;

import io.winnow.network.estimate.layer.LayerMemories;
import io.winnow.network.estimate.vertex.VertexMemories;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that a network's JSON may name. Deeplearning4j's reader makes an object of whatever
 * class it finds there, so everything else is refused before it sees the text.
 */
public final class AllowedClasses {
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
  private static final String GRAPH = "org.deeplearning4j.nn.conf.graph.";

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

  /** Whether an object of a class may be made. */
  public static boolean contain(String name) {
    return UNCOVERED.contains(name)
        || LayerMemories.classNames().contains(name)
        || VertexMemories.classNames().contains(name)
        || name.equals(GRAPH + "LayerVertex")
        || VALUES.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }
}
