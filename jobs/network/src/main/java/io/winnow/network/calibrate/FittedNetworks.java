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
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** The networks that coefficients are fitted to: each kind of layer, in sizes of 50 to 500 MB. */
final class FittedNetworks {
  private FittedNetworks() {}

  static List<Subject> subjects() {
    return List.of(
        subject(
            "wide",
            128,
            sequence(InputType.feedForward(1500), dense(3000), dense(1500), output(10))),
        subject("deep", 1024, deep()),
        subject(
            "autoencoder",
            512,
            sequence(
                new RmsProp(1e-3),
                InputType.feedForward(4000),
                dense(1000),
                new DenseLayer.Builder().nOut(100).dropOut(0.5).build(),
                dense(1000),
                output(4000))),
        subject(
            "images",
            32,
            sequence(
                image(3, 32),
                convolution(48, 3),
                convolution(48, 3),
                pooling(),
                convolution(96, 3),
                dense(256),
                output(10))),
        subject(
            "strided",
            64,
            sequence(
                new Nesterovs(1e-3),
                image(3, 64),
                convolution(32, 5, 2),
                convolution(64, 3, 2),
                convolution(128, 3, 2),
                new GlobalPoolingLayer(PoolingType.AVG),
                output(10))),
        subject(
            "normalised",
            48,
            sequence(
                image(3, 32),
                convolution(32, 3),
                new BatchNormalization(),
                pooling(),
                convolution(64, 3),
                new BatchNormalization(),
                pooling(),
                dense(128),
                output(10))),
        subject(
            "sequences",
            48,
            sequence(InputType.recurrent(100, 80), lstm(200), sequenceOutput(100))),
        subject(
            "stackedSequences",
            96,
            sequence(InputType.recurrent(60, 40), lstm(128), lstm(128), sequenceOutput(20))),
        subject(
            "simpleSequences",
            128,
            sequence(
                InputType.recurrent(80, 60),
                new SimpleRnn.Builder().nOut(256).activation(Activation.TANH).build(),
                sequenceOutput(80))),
        subject("signals", 32, signals()),
        subject("volumes", 8, volumes()),
        subject("separable", 32, separable()),
        subject("transposed", 16, transposed()),
        subject("residual", 32, residual()),
        subject("attention", 32, attention(96, 64, 4)),
        subject("longAttention", 48, attention(64, 160, 2)),
        subject("longSequences", 24, longSequences()));
  }

  /** A network that is trained before anything is measured: what every process loads once. */
  static Subject warmUp() {
    return subject("warmUp", 4, sequence(InputType.feedForward(100), dense(3), output(2)));
  }

  private static Subject subject(String name, int batch, NetworkModel network) {
    return new Subject(name, Subject.Role.CALIBRATION, batch, network);
  }

  private static NetworkModel deep() {
    return sequence(
        new Sgd(1e-3),
        InputType.feedForward(800),
        dense(1200),
        dense(1200),
        dense(1200),
        dense(1200),
        dense(1200),
        dense(1200),
        output(50));
  }

  private static NetworkModel signals() {
    return sequence(
        InputType.recurrent(32, 400),
        new Convolution1DLayer.Builder()
            .kernelSize(7)
            .nOut(64)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        new Convolution1DLayer.Builder()
            .kernelSize(5)
            .nOut(128)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        new GlobalPoolingLayer(PoolingType.MAX),
        output(10));
  }

  private static NetworkModel volumes() {
    return sequence(
        InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 16, 24, 24, 3),
        new Convolution3D.Builder(3, 3, 3).nOut(24).convolutionMode(ConvolutionMode.Same).build(),
        new Convolution3D.Builder(3, 3, 3).nOut(24).convolutionMode(ConvolutionMode.Same).build(),
        dense(32),
        output(5));
  }

  private static NetworkModel separable() {
    return sequence(
        image(3, 48),
        convolution(32, 3),
        new SeparableConvolution2D.Builder(3, 3)
            .nOut(64)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        new DepthwiseConvolution2D.Builder(3, 3)
            .depthMultiplier(1)
            .nOut(64)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        new GlobalPoolingLayer(PoolingType.AVG),
        output(10));
  }

  private static NetworkModel transposed() {
    return sequence(
        image(64, 16),
        new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(32).build(),
        new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(16).build(),
        convolution(3, 3),
        Shapes.imageLoss());
  }

  private static NetworkModel residual() {
    return Shapes.graph(
        Shapes.builder(Shapes.adam())
            .graphBuilder()
            .addInputs("in")
            .addLayer("first", convolution(32, 3), "in")
            .addLayer("second", convolution(32, 3), "first")
            .addLayer("norm", new BatchNormalization(), "second")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "first")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "add")
            .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "relu")
            .addLayer("out", output(10), "pool")
            .setOutputs("out"),
        image(3, 40));
  }

  private static NetworkModel attention(int channels, int steps, int heads) {
    return sequence(
        InputType.recurrent(channels, steps),
        new SelfAttentionLayer.Builder()
            .nOut(channels)
            .nHeads(heads)
            .headSize(channels / heads)
            .projectInput(true)
            .build(),
        new GlobalPoolingLayer(PoolingType.AVG),
        dense(512),
        output(10));
  }

  private static NetworkModel longSequences() {
    return sequence(InputType.recurrent(40, 200), lstm(160), sequenceOutput(40));
  }
}
