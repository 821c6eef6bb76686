package io.winnow.network.estimate.zoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes well-known networks in Deeplearning4j's JSON: {@code conf/networks}. */
public final class PublishedNetworks {
  private PublishedNetworks() {}

  /** Writes all networks into the folder that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<String, String> network : all().entrySet()) {
      Files.writeString(
          Path.of(arguments[0]).resolve(network.getKey() + ".json"), network.getValue());
    }
  }

  static Map<String, String> all() throws IOException {
    Map<String, String> networks = new TreeMap<>();
    networks.put("lenet", sequential(List.of(1, 28, 28), image(1, 28), lenet()));
    networks.put("alexnet", sequential(List.of(3, 227, 227), image(3, 227), alexnet()));
    networks.put("vgg16", sequential(List.of(3, 224, 224), image(3, 224), vgg16(1000)));
    networks.put("resnet50", json(resnet50().build().toJson(), List.of(3, 224, 224)));
    networks.put("unet", json(unet().build().toJson(), List.of(3, 256, 256)));
    networks.put(
        "char-lstm", sequential(List.of(77, 50), InputType.recurrent(77, 50), characters()));
    networks.put("transformer", json(transformer().build().toJson(), List.of(64, 50)));
    return networks;
  }

  private static InputType image(int channels, int side) {
    return InputType.convolutional(side, side, channels);
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .updater(new Nesterovs(0.01, 0.9))
        .activation(Activation.RELU);
  }

  private static String sequential(List<Integer> shape, InputType input, List<Layer> layers)
      throws IOException {
    NeuralNetConfiguration.ListBuilder list = builder().list();
    layers.forEach(list::layer);
    return json(list.setInputType(input).build().toJson(), shape);
  }

  private static String json(String text, List<Integer> shape) throws IOException {
    ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(text);
    ArrayNode extents = tree.putArray("inputShapes").addArray();
    shape.forEach(extents::add);
    return tree + "\n";
  }

  private static ConvolutionLayer convolution(int filters, int kernel, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .stride(stride, stride)
        .nOut(filters)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }

  private static SubsamplingLayer pooling(int kernel, int stride) {
    return new SubsamplingLayer.Builder(
            SubsamplingLayer.PoolingType.MAX,
            new int[] {kernel, kernel},
            new int[] {stride, stride})
        .build();
  }

  private static DenseLayer dense(int units) {
    return new DenseLayer.Builder().nOut(units).build();
  }

  private static List<Layer> lenet() {
    return List.of(
        convolution(20, 5, 1),
        pooling(2, 2),
        convolution(50, 5, 1),
        pooling(2, 2),
        dense(500),
        Networks.output(10));
  }

  private static List<Layer> alexnet() {
    return List.of(
        new ConvolutionLayer.Builder(11, 11).stride(4, 4).nOut(96).build(),
        new LocalResponseNormalization(),
        pooling(3, 2),
        convolution(256, 5, 1),
        new LocalResponseNormalization(),
        pooling(3, 2),
        convolution(384, 3, 1),
        convolution(384, 3, 1),
        convolution(256, 3, 1),
        pooling(3, 2),
        new DenseLayer.Builder().nOut(4096).dropOut(0.5).build(),
        new DenseLayer.Builder().nOut(4096).dropOut(0.5).build(),
        Networks.output(1000));
  }

  /** VGG-16 over images of 224×224. */
  public static NetworkModel vgg16Model(int classes) {
    NeuralNetConfiguration.ListBuilder list = builder().list();
    vgg16(classes).forEach(list::layer);
    InputType input = image(3, 224);
    return new SequentialNetwork(list.setInputType(input).build(), input);
  }

  private static List<Layer> vgg16(int classes) {
    List<Layer> layers = new ArrayList<>();
    int[][] blocks = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
    for (int[] block : blocks) {
      for (int i = 0; i < block[1]; i++) {
        layers.add(convolution(block[0], 3, 1));
      }
      layers.add(pooling(2, 2));
    }
    layers.add(dense(4096));
    layers.add(dense(4096));
    layers.add(Networks.output(classes));
    return layers;
  }

  private static GraphBuilder resnet50() {
    GraphBuilder graph = builder().graphBuilder().addInputs("image");
    String last = unit(graph, "stem", "image", 64, 7, 2, Activation.RELU);
    graph.addLayer("stem-pool", pooling(3, 2), last);
    last = "stem-pool";
    int[][] stages = {{64, 3, 1}, {128, 4, 2}, {256, 6, 2}, {512, 3, 2}};
    for (int stage = 0; stage < stages.length; stage++) {
      for (int i = 0; i < stages[stage][1]; i++) {
        String name = "stage%d-%d".formatted(stage + 1, i + 1);
        last = bottleneck(graph, name, last, stages[stage][0], i == 0 ? stages[stage][2] : 1, i);
      }
    }
    return graph
        .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), last)
        .addLayer("output", Networks.output(1000), "pool")
        .setOutputs("output")
        .setInputTypes(image(3, 224));
  }

  private static String bottleneck(
      GraphBuilder graph, String name, String input, int filters, int stride, int index) {
    String inner = unit(graph, name + "-a", input, filters, 1, stride, Activation.RELU);
    inner = unit(graph, name + "-b", inner, filters, 3, 1, Activation.RELU);
    inner = unit(graph, name + "-c", inner, 4 * filters, 1, 1, Activation.IDENTITY);
    String skip =
        index == 0
            ? unit(graph, name + "-skip", input, 4 * filters, 1, stride, Activation.IDENTITY)
            : input;
    graph
        .addVertex(name + "-add", new ElementWiseVertex(ElementWiseVertex.Op.Add), inner, skip)
        .addLayer(name, new ActivationLayer(Activation.RELU), name + "-add");
    return name;
  }

  /** A convolution, its normalisation and, where there is one, its activation. */
  private static String unit(
      GraphBuilder graph,
      String name,
      String input,
      int filters,
      int kernel,
      int stride,
      Activation activation) {
    graph
        .addLayer(
            name + "-conv",
            new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build(),
            input)
        .addLayer(name + "-norm", new BatchNormalization(), name + "-conv");
    if (activation == Activation.IDENTITY) {
      return name + "-norm";
    }
    graph.addLayer(name + "-relu", new ActivationLayer(activation), name + "-norm");
    return name + "-relu";
  }

  private static GraphBuilder unet() {
    GraphBuilder graph = builder().graphBuilder().addInputs("image");
    String last = "image";
    String[] skips = new String[4];
    for (int level = 0; level < 4; level++) {
      skips[level] = twice(graph, "down" + level, last, 64 << level);
      graph.addLayer("pool" + level, pooling(2, 2), skips[level]);
      last = "pool" + level;
    }
    last = twice(graph, "bottom", last, 1024);
    for (int level = 3; level >= 0; level--) {
      graph
          .addLayer("up" + level, new Upsampling2D.Builder(2).build(), last)
          .addVertex("skip" + level, new MergeVertex(), skips[level], "up" + level);
      last = twice(graph, "wide" + level, "skip" + level, 64 << level);
    }
    return graph
        .addLayer(
            "classes",
            new ConvolutionLayer.Builder(1, 1).nOut(1).activation(Activation.IDENTITY).build(),
            last)
        .addLayer(
            "output",
            new CnnLossLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID).build(),
            "classes")
        .setOutputs("output")
        .setInputTypes(image(3, 256));
  }

  private static String twice(GraphBuilder graph, String name, String input, int filters) {
    graph
        .addLayer(name + "-1", convolution(filters, 3, 1), input)
        .addLayer(name + "-2", convolution(filters, 3, 1), name + "-1");
    return name + "-2";
  }

  private static List<Layer> characters() {
    return List.of(
        new LSTM.Builder().nOut(200).activation(Activation.TANH).build(),
        new LSTM.Builder().nOut(200).activation(Activation.TANH).build(),
        Networks.sequenceOutput(77));
  }

  /** A fully connected layer over every step. */
  private static Convolution1DLayer pointwise(int units) {
    return new Convolution1DLayer.Builder(1).nOut(units).build();
  }

  private static GraphBuilder transformer() {
    GraphBuilder graph = builder().graphBuilder().addInputs("tokens");
    String last = "tokens";
    for (int block = 1; block <= 2; block++) {
      graph
          .addLayer(
              "attention" + block,
              new SelfAttentionLayer.Builder()
                  .nOut(64)
                  .nHeads(4)
                  .headSize(16)
                  .projectInput(true)
                  .build(),
              last)
          .addVertex(
              "sum" + block,
              new ElementWiseVertex(ElementWiseVertex.Op.Add),
              last,
              "attention" + block)
          .addLayer("wide" + block, pointwise(256), "sum" + block)
          .addLayer("narrow" + block, pointwise(64), "wide" + block);
      last = "narrow" + block;
    }
    return graph
        .addLayer("output", Networks.sequenceOutput(64), last)
        .setOutputs("output")
        .setInputTypes(InputType.recurrent(64, 50));
  }
}
