package io.winnow.network.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Features that a network embeds: codes from 0, of which its layer has a vector for each.
 *
 * @param layer name of the embedding layer
 * @param first position of the first feature
 * @param count of the features
 * @param codes that the layer has vectors for
 */
public record EmbeddedFeature(String layer, int first, int count, long codes) {

  /** What a network embeds, in the order of its features; most networks embed nothing. */
  public static List<EmbeddedFeature> of(Architecture architecture) {
    List<EmbeddedFeature> embedded = new ArrayList<>();
    InputColumns columns = new InputColumns(architecture.inputs());
    if (architecture instanceof Architecture.Layers layers) {
      add(embedded, "layer 1", layers.configuration().getConf(0).getLayer(), 0, columns.features());
    } else if (architecture instanceof Architecture.Graph graph) {
      int first = 0;
      List<String> inputs = graph.configuration().getNetworkInputs();
      for (int input = 0; input < inputs.size(); input++) {
        behind(embedded, graph.configuration(), inputs.get(input), first, columns.features(input));
        first += columns.features(input);
      }
    }
    return embedded;
  }

  private static void behind(
      List<EmbeddedFeature> embedded,
      ComputationGraphConfiguration graph,
      String input,
      int first,
      int count) {
    for (Map.Entry<String, List<String>> vertex : graph.getVertexInputs().entrySet()) {
      if (vertex.getValue().contains(input)
          && graph.getVertices().get(vertex.getKey()) instanceof LayerVertex layer) {
        add(embedded, vertex.getKey(), layer.getLayerConf().getLayer(), first, count);
      }
    }
  }

  private static void add(
      List<EmbeddedFeature> embedded, String name, Layer layer, int first, int count) {
    if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
      embedded.add(new EmbeddedFeature(name, first, count, ((FeedForwardLayer) layer).getNIn()));
    }
  }
}
