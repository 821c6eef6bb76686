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
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * Five networks that were measured before there was an estimator: the target that it is held to. A
 * perceptron of 5.25 million parameters, a convolutional network without and with batch
 * normalisation, an LSTM, and one convolution of 256 to 512 channels over 128×128 places.
 */
final class ReferenceNetworks {
  private static final int CLASSES = 2;

  private ReferenceNetworks() {}

  static List<Subject> subjects() {
    return List.of(
        subject(
            "reference-mlp",
            64,
            sequence(InputType.feedForward(512), dense(2048), dense(2048), output(CLASSES))),
        subject(
            "reference-cnn",
            64,
            sequence(
                image(3, 32),
                convolution(32, 3),
                pooling(),
                convolution(64, 3),
                pooling(),
                dense(128),
                output(CLASSES))),
        subject(
            "reference-cnn-norm",
            64,
            sequence(
                image(3, 32),
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(32)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.IDENTITY)
                    .build(),
                new BatchNormalization(),
                new ActivationLayer(Activation.RELU),
                new GlobalPoolingLayer(),
                output(CLASSES))),
        subject(
            "reference-lstm",
            64,
            sequence(InputType.recurrent(32, 50), lstm(128), sequenceOutput(CLASSES))),
        subject(
            "reference-conv",
            8,
            sequence(
                image(256, 128), convolution(512, 3), new GlobalPoolingLayer(), output(CLASSES))));
  }

  private static Subject subject(String name, int batch, NetworkModel network) {
    return new Subject(name, Subject.Role.HELD_OUT, batch, network);
  }
}
