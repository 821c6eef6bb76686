package io.winnow.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.build.LayerShape;
import io.winnow.network.estimate.source.AllowedClasses;
import io.winnow.network.estimate.source.InputShapes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;

/**
 * Reads the JSON of a network without trusting it.
 *
 * <p>Deeplearning4j's own reader makes an object of whatever class the JSON names, as
 * {@code @class}, as {@code type}, or as the first element of an array. So every text that could be
 * such a name is compared with a list of layers, vertices, functions, updaters and schedules before
 * Deeplearning4j sees any of it; and what it sees is the checked tree written anew, so that no key
 * can be read twice in two ways.
 */
public final class ArchitectureJson {
  /** Key beside Deeplearning4j's own that holds the shape of each input. */
  static final String SHAPES = "inputShapes";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String where;
  private final ExitCode exitCode;

  private ArchitectureJson(String where, ExitCode exitCode) {
    this.where = where;
    this.exitCode = exitCode;
  }

  /**
   * The architecture in a model bundle.
   *
   * @throws WinnowException where the text is no such JSON or names a class that is not allowed
   */
  public static Architecture parse(String json) {
    ArchitectureJson reader = new ArchitectureJson("network architecture", ExitCode.FAULT);
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode tree) {
        return reader.read(tree);
      }
      throw reader.refusal("not a JSON object");
    } catch (JsonProcessingException e) {
      throw new WinnowException(
          ExitCode.FAULT, "network architecture: not valid JSON; " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The architecture that a pipeline declares.
   *
   * @param where it stands, for messages
   * @throws WinnowException where the tree is no such JSON or names a class that is not allowed
   */
  static Architecture declared(String where, ObjectNode tree) {
    return new ArchitectureJson(where, ExitCode.USAGE).read(tree.deepCopy());
  }

  private Architecture read(ObjectNode tree) {
    JsonNode shapes = tree.remove(SHAPES);
    Optional<String> foreign = AllowedClasses.firstRefused(tree);
    if (foreign.isPresent()) {
      throw refusal(
          "class '%s' is not one that Winnow reads; do not use this model"
              .formatted(foreign.get()));
    }
    InputShapes inputs = InputShapes.of(null, shapes, where);
    String checked = tree.toString();
    if (tree.has("vertices")) {
      ComputationGraphConfiguration graph =
          read(() -> ComputationGraphConfiguration.fromJson(checked));
      requireOneOutput(graph);
      return new Architecture.Graph(
          graph, inputs.forGraph(graph).stream().map(LayerShape::of).toList());
    }
    if (!tree.has("confs")) {
      throw refusal("neither confs nor vertices at the top; give the JSON of Deeplearning4j");
    }
    MultiLayerConfiguration layers = read(() -> MultiLayerConfiguration.fromJson(checked));
    int last = layers.getConfs().size() - 1;
    if (last < 0 || !(layers.getConf(last).getLayer() instanceof OutputLayer)) {
      throw refusal("the last layer is no OutputLayer; what it gives cannot be measured");
    }
    return new Architecture.Layers(layers, LayerShape.of(inputs.forSequence(layers)));
  }

  private void requireOneOutput(ComputationGraphConfiguration graph) {
    List<String> outputs = graph.getNetworkOutputs();
    if (outputs.size() != 1) {
      throw refusal("%d outputs; a label needs one".formatted(outputs.size()));
    }
    if (!(graph.getVertices().get(outputs.get(0)) instanceof LayerVertex vertex
        && vertex.getLayerConf().getLayer() instanceof OutputLayer)) {
      throw refusal(
          "output '%s' is no OutputLayer; what it gives cannot be measured"
              .formatted(outputs.get(0)));
    }
  }

  private <T> T read(Supplier<T> reader) {
    try {
      T configuration = reader.get();
      if (configuration != null) {
        return configuration;
      }
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw refusal("Deeplearning4j cannot read it: " + message);
    }
    throw refusal("Deeplearning4j reads nothing from it");
  }

  private WinnowException refusal(String problem) {
    return new WinnowException(exitCode, where + ": " + problem);
  }
}
