package io.winnow.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.network.build.LayerShape;
import io.winnow.network.estimate.source.InputShapes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network is made of: Deeplearning4j's configuration and the shapes of its inputs. */
public sealed interface Architecture permits Architecture.Layers, Architecture.Graph {

  /** Shape of one example of each input, in the order of the inputs. */
  List<LayerShape> inputs();

  /** The layer that has the loss. */
  OutputLayer outputLayer();

  /** Outputs of one example. */
  default int outputs() {
    return Math.toIntExact(outputLayer().getNOut());
  }

  /**
   * The JSON that {@link ArchitectureJson} reads: Deeplearning4j's, with {@code inputShapes} beside
   * it unless the first of layers in a row tells its input.
   */
  String toJson();

  /**
   * A network of its own, with parameters and without any updater state.
   *
   * @param parameters in Deeplearning4j's order, taken over; null to draw them by the seed
   */
  TrainableNetwork network(@Nullable INDArray parameters);

  /** A network of its own with parameters drawn by the seed. */
  default TrainableNetwork network() {
    return network(null);
  }

  /**
   * Layers in a row.
   *
   * @param input shape of one example
   */
  record Layers(MultiLayerConfiguration configuration, LayerShape input) implements Architecture {
    @Override
    public List<LayerShape> inputs() {
      return List.of(input);
    }

    @Override
    public OutputLayer outputLayer() {
      return (OutputLayer) configuration.getConf(configuration.getConfs().size() - 1).getLayer();
    }

    @Override
    public String toJson() {
      return InputShapes.told(configuration).map(LayerShape::of).equals(Optional.of(input))
          ? configuration.toJson()
          : withShapes(configuration.toJson(), inputs());
    }

    @Override
    public TrainableNetwork network(@Nullable INDArray parameters) {
      return new TrainableLayers(this, parameters);
    }
  }

  /** A graph with one output. */
  record Graph(ComputationGraphConfiguration configuration, List<LayerShape> inputs)
      implements Architecture {
    @Override
    public OutputLayer outputLayer() {
      String output = configuration.getNetworkOutputs().get(0);
      GraphVertex vertex = Objects.requireNonNull(configuration.getVertices().get(output));
      return (OutputLayer) ((LayerVertex) vertex).getLayerConf().getLayer();
    }

    @Override
    public String toJson() {
      return withShapes(configuration.toJson(), inputs);
    }

    @Override
    public TrainableNetwork network(@Nullable INDArray parameters) {
      return new TrainableGraph(this, parameters);
    }
  }

  private static String withShapes(String json, List<LayerShape> shapes) {
    try {
      ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(json);
      ArrayNode inputs = tree.putArray(ArchitectureJson.SHAPES);
      for (LayerShape shape : shapes) {
        ArrayNode extents = inputs.addArray().add(shape.channels());
        shape.extents().forEach(extents::add);
      }
      return tree.toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Deeplearning4j wrote no JSON", e);
    }
  }
}
