package io.winnow.network.estimate.zoo;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.nd4j.linalg.activations.Activation;

/** Networks that are graphs. */
final class Graphs {
  private Graphs() {}

  static List<ZooNetwork> networks() {
    return List.of(
        residual(),
        inception(),
        unet(),
        twoInputs(),
        vertices(),
        distance(),
        encoder(),
        transformer());
  }

  private static GraphBuilder graph(String... inputs) {
    return Networks.builder().graphBuilder().addInputs(inputs);
  }

  private static ConvolutionLayer convolution(int filters, int kernel) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(filters)
        .convolutionMode(ConvolutionMode.Same)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static DenseLayer dense(int units) {
    return new DenseLayer.Builder().nOut(units).build();
  }

  private static ZooNetwork residual() {
    GraphBuilder graph =
        graph("in")
            .addLayer("conv0", convolution(8, 3), "in")
            .addLayer("conv1", convolution(8, 3), "conv0")
            .addLayer("bn1", new BatchNormalization(), "conv1")
            .addLayer("relu1", new ActivationLayer(Activation.RELU), "bn1")
            .addLayer("conv2", convolution(8, 3), "relu1")
            .addLayer("bn2", new BatchNormalization(), "conv2")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "bn2", "conv0")
            .addLayer("relu2", new ActivationLayer(Activation.RELU), "add")
            .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "relu2")
            .addLayer("out", Networks.output(5), "pool")
            .setOutputs("out");
    return ZooNetwork.of("residual", graph.setInputTypes(Networks.IMAGE).build(), Networks.IMAGE);
  }

  private static ZooNetwork inception() {
    GraphBuilder graph =
        graph("in")
            .addLayer("a", convolution(7, 1), "in")
            .addLayer("b", convolution(5, 3), "in")
            .addLayer("c", convolution(3, 5), "in")
            .addVertex("merge", new MergeVertex(), "a", "b", "c")
            .addLayer("out", Networks.output(5), "merge")
            .setOutputs("out");
    return ZooNetwork.of("inception", graph.setInputTypes(Networks.IMAGE).build(), Networks.IMAGE);
  }

  private static ZooNetwork unet() {
    GraphBuilder graph =
        graph("in")
            .addLayer("down", convolution(6, 3), "in")
            .addLayer(
                "pool",
                new SubsamplingLayer.Builder(
                        SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                    .build(),
                "down")
            .addLayer("bottom", convolution(12, 3), "pool")
            .addLayer("up", new Upsampling2D.Builder(2).build(), "bottom")
            .addVertex("skip", new MergeVertex(), "up", "down")
            .addLayer("last", convolution(4, 3), "skip")
            .addLayer("out", Networks.output(5), "last")
            .setOutputs("out");
    return ZooNetwork.of(
        "unet", graph.setInputTypes(Networks.EVEN_IMAGE).build(), Networks.EVEN_IMAGE);
  }

  private static ZooNetwork twoInputs() {
    InputType other = InputType.feedForward(43);
    GraphBuilder graph =
        graph("left", "right")
            .addLayer("l", dense(31), "left")
            .addLayer("r", dense(31), "right")
            .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "l", "r")
            .addVertex("maximum", new ElementWiseVertex(ElementWiseVertex.Op.Max), "l", "r")
            .addVertex("both", new MergeVertex(), "product", "maximum")
            .addLayer("first", Networks.output(5), "both")
            .addLayer("second", Networks.output(3), "both")
            .setOutputs("first", "second");
    return ZooNetwork.of(
        "twoInputs", graph.setInputTypes(Networks.VECTOR, other).build(), Networks.VECTOR, other);
  }

  private static ZooNetwork vertices() {
    GraphBuilder graph =
        graph("in")
            .addLayer("a", dense(24), "in")
            .addVertex("scaled", new ScaleVertex(0.5), "a")
            .addVertex("shifted", new ShiftVertex(0.5), "scaled")
            .addVertex("subset", new SubsetVertex(0, 11), "shifted")
            .addVertex("reshaped", new ReshapeVertex(-1, 12), "subset")
            .addVertex("norm", new L2NormalizeVertex(), "reshaped")
            .addLayer("b", dense(12), "in")
            .addVertex("stack", new StackVertex(), "norm", "b")
            .addLayer("c", dense(9), "stack")
            .addVertex("first", new UnstackVertex(0, 2), "c")
            .addVertex("second", new UnstackVertex(1, 2), "c")
            .addVertex(
                "mean", new ElementWiseVertex(ElementWiseVertex.Op.Average), "first", "second")
            .addLayer("out", Networks.output(5), "mean")
            .setOutputs("out");
    return ZooNetwork.of("vertices", graph.setInputTypes(Networks.VECTOR).build(), Networks.VECTOR);
  }

  private static ZooNetwork distance() {
    GraphBuilder graph =
        graph("in")
            .addLayer("a", dense(24), "in")
            .addLayer("b", dense(24), "in")
            .addVertex("distance", new L2Vertex(), "a", "b")
            .addLayer("out", Networks.output(5), "distance")
            .setOutputs("out");
    return ZooNetwork.of("distance", graph.setInputTypes(Networks.VECTOR).build(), Networks.VECTOR);
  }

  private static ZooNetwork encoder() {
    GraphBuilder graph =
        graph("in")
            .addVertex("reversed", new ReverseTimeSeriesVertex(null), "in")
            .addLayer("encoder", new LSTM.Builder().nOut(13).build(), "reversed")
            .addVertex("last", new LastTimeStepVertex("in"), "encoder")
            .addVertex("copies", new DuplicateToTimeSeriesVertex("in"), "last")
            .addVertex("both", new MergeVertex(), "in", "copies")
            .addLayer("decoder", new LSTM.Builder().nOut(11).build(), "both")
            .addLayer("out", Networks.sequenceOutput(5), "decoder")
            .setOutputs("out");
    return ZooNetwork.of(
        "encoder", graph.setInputTypes(Networks.SEQUENCE).build(), Networks.SEQUENCE);
  }

  private static ZooNetwork transformer() {
    InputType sequence = InputType.recurrent(16, 19);
    GraphBuilder graph =
        graph("in")
            .addLayer(
                "attention",
                new SelfAttentionLayer.Builder()
                    .nOut(16)
                    .nHeads(2)
                    .headSize(8)
                    .projectInput(true)
                    .build(),
                "in")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "in", "attention")
            .addLayer("wide", dense(64), "add")
            .addLayer("narrow", dense(16), "wide")
            .addLayer("out", Networks.sequenceOutput(5), "narrow")
            .setOutputs("out");
    return ZooNetwork.of("transformer", graph.setInputTypes(sequence).build(), sequence);
  }
}
