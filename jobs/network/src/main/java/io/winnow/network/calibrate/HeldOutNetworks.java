package io.winnow.network.calibrate;

import static io.winnow.network.calibrate.Shapes.convolution;
import static io.winnow.network.calibrate.Shapes.dense;
import static io.winnow.network.calibrate.Shapes.image;
import static io.winnow.network.calibrate.Shapes.lstm;
import static io.winnow.network.calibrate.Shapes.output;
import static io.winnow.network.calibrate.Shapes.pooling;
import static io.winnow.network.calibrate.Shapes.sequence;
import static io.winnow.network.calibrate.Shapes.sequenceOutput;

import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.nd4j.linalg.learning.config.AdaDelta;

/**
 * The networks that a calibration is judged by and does not see: the {@link ReferenceNetworks}, a
 * small one of each of four families, most of the published ones of {@code conf/networks}, and some
 * more.
 */
final class HeldOutNetworks {
  private static final Map<String, Integer> PUBLISHED = published();

  private HeldOutNetworks() {}

  private static Map<String, Integer> published() {
    Map<String, Integer> batches = new LinkedHashMap<>();
    batches.put("lenet", 128);
    batches.put("alexnet", 8);
    batches.put("vgg16", 2);
    batches.put("resnet50", 4);
    batches.put("char-lstm", 64);
    batches.put("transformer", 256);
    return batches;
  }

  /**
   * All of them.
   *
   * @param published folder of the published ones
   */
  static List<Subject> subjects(Path published) {
    List<Subject> subjects = new ArrayList<>(ReferenceNetworks.subjects());
    subjects.addAll(families());
    PUBLISHED.forEach(
        (name, batch) ->
            subjects.add(
                subject(name, batch, NetworkFiles.read(published.resolve(name + ".json"), null))));
    subjects.addAll(more());
    return List.copyOf(subjects);
  }

  private static List<Subject> families() {
    return List.of(
        subject(
            "mlp", 64, sequence(InputType.feedForward(1024), dense(2048), dense(1536), output(10))),
        subject(
            "cnn",
            64,
            sequence(
                image(1, 28),
                convolution(32, 5),
                pooling(),
                convolution(64, 5),
                pooling(),
                dense(512),
                output(10))),
        subject(
            "cnnNorm",
            64,
            sequence(
                image(1, 28),
                convolution(32, 5),
                new BatchNormalization(),
                pooling(),
                convolution(64, 5),
                new BatchNormalization(),
                pooling(),
                output(10))),
        subject("lstm", 64, sequence(InputType.recurrent(64, 50), lstm(128), sequenceOutput(64))));
  }

  private static List<Subject> more() {
    return List.of(
        subject(
            "accumulated",
            256,
            sequence(
                new AdaDelta(),
                InputType.feedForward(3000),
                dense(4000),
                dense(2000),
                output(100))),
        subject(
            "bothWays",
            64,
            sequence(
                InputType.recurrent(64, 60),
                new Bidirectional(lstm(128)),
                lstm(64),
                sequenceOutput(64))),
        subject(
            "scan",
            4,
            sequence(
                InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 20, 32, 32, 2),
                new Convolution3D.Builder(3, 3, 3)
                    .nOut(32)
                    .convolutionMode(ConvolutionMode.Same)
                    .build(),
                dense(16),
                output(5))),
        subject(
            "mobile",
            24,
            sequence(
                image(3, 64),
                convolution(24, 3, 2),
                separable(48),
                separable(96),
                new GlobalPoolingLayer(PoolingType.AVG),
                output(20))),
        subject("inception", 24, inception()));
  }

  private static SeparableConvolution2D separable(int filters) {
    return new SeparableConvolution2D.Builder(3, 3)
        .nOut(filters)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }

  private static NetworkModel inception() {
    return Shapes.graph(
        Shapes.builder(Shapes.adam())
            .graphBuilder()
            .addInputs("in")
            .addLayer("stem", convolution(32, 3), "in")
            .addLayer("a", convolution(16, 1), "stem")
            .addLayer("b", convolution(24, 3), "stem")
            .addLayer("c", convolution(16, 5), "stem")
            .addVertex("merge", new MergeVertex(), "a", "b", "c")
            .addLayer("pool", pooling(), "merge")
            .addLayer("dense", dense(64), "pool")
            .addLayer("out", output(10), "dense")
            .setOutputs("out"),
        image(3, 48));
  }

  private static Subject subject(String name, int batch, NetworkModel network) {
    return new Subject(name, Subject.Role.HELD_OUT, batch, network);
  }
}
