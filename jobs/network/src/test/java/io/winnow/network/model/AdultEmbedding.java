package io.winnow.network.model;

import io.winnow.network.build.LayerShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Writes {@code conf/networks/adult-embedding.json}: a network over the 14 columns of the table
 * adult that embeds its ordinal-encoded categories beside its numbers.
 */
public final class AdultEmbedding {
  /**
   * Some columns, one after the other in the table.
   *
   * @param categories of a category column; 0 of numbers
   * @param size of the vector of a category; columns of numbers
   */
  private record Input(String name, int categories, int size) {
    /** The categories, then missing, then unseen. */
    int codes() {
      return categories == 0 ? 0 : categories + 2;
    }

    LayerShape shape() {
      return LayerShape.flat(categories == 0 ? size : 1);
    }
  }

  private static final List<Input> INPUTS =
      List.of(
          new Input("age", 0, 1),
          new Input("workclass", 8, 4),
          new Input("fnlwgt", 0, 1),
          new Input("education", 16, 4),
          new Input("education-num", 0, 1),
          new Input("marital-status", 7, 4),
          new Input("occupation", 14, 6),
          new Input("relationship", 6, 4),
          new Input("race", 5, 2),
          new Input("sex", 2, 2),
          new Input("gain-loss-hours", 0, 3),
          new Input("native-country", 41, 4));

  private AdultEmbedding() {}

  /** Writes the network into the file that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), json());
  }

  static String json() {
    return new Architecture.Graph(graph(), INPUTS.stream().map(Input::shape).toList()).toJson()
        + "\n";
  }

  private static ComputationGraphConfiguration graph() {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .activation(Activation.RELU)
            .weightInit(WeightInit.RELU)
            .graphBuilder();
    List<String> parts = new ArrayList<>();
    for (Input input : INPUTS) {
      graph.addInputs(input.name());
      if (input.codes() == 0) {
        parts.add(input.name());
      } else {
        String vector = input.name() + "-vector";
        graph.addLayer(
            vector,
            new EmbeddingLayer.Builder()
                .nIn(input.codes())
                .nOut(input.size())
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .build(),
            input.name());
        parts.add(vector);
      }
    }
    graph.addVertex("columns", new MergeVertex(), parts.toArray(String[]::new));
    graph.addLayer("dense1", new DenseLayer.Builder().nIn(merged()).nOut(64).build(), "columns");
    graph.addLayer(
        "dense2", new DenseLayer.Builder().nIn(64).nOut(32).dropOut(0.9).build(), "dense1");
    graph.addLayer(
        "output",
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(32)
            .nOut(2)
            .activation(Activation.SOFTMAX)
            .weightInit(WeightInit.XAVIER)
            .build(),
        "dense2");
    // Given the type of the input, Deeplearning4j would give every embedding one category.
    return graph.setOutputs("output").build();
  }

  /** Numbers and the vectors of the categories, side by side. */
  private static int merged() {
    return INPUTS.stream().mapToInt(Input::size).sum();
  }
}
