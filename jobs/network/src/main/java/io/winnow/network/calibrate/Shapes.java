package io.winnow.network.calibrate;

import io.winnow.network.estimate.pass.GraphNetwork;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The layers that measured networks are made of. */
final class Shapes {
  private static final double RATE = 1e-3;

  private Shapes() {}

  static NeuralNetConfiguration.Builder builder(IUpdater updater) {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(updater)
        .activation(Activation.RELU);
  }

  static IUpdater adam() {
    return new Adam(RATE);
  }

  static NetworkModel sequence(InputType input, Layer... layers) {
    return sequence(adam(), input, layers);
  }

  static NetworkModel sequence(IUpdater updater, InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = builder(updater).list();
    List.of(layers).forEach(list::layer);
    return new SequentialNetwork(list.setInputType(input).build(), input);
  }

  static NetworkModel graph(GraphBuilder graph, InputType input) {
    return new GraphNetwork(graph.setInputTypes(input).build(), List.of(input));
  }

  static InputType image(int channels, int side) {
    return InputType.convolutional(side, side, channels);
  }

  static DenseLayer dense(int units) {
    return new DenseLayer.Builder().nOut(units).build();
  }

  static OutputLayer output(int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static ConvolutionLayer convolution(int filters, int kernel) {
    return convolution(filters, kernel, 1);
  }

  static ConvolutionLayer convolution(int filters, int kernel, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(filters)
        .stride(stride, stride)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }

  static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(
            SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
        .build();
  }

  static CnnLossLayer imageLoss() {
    return new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build();
  }

  static LSTM lstm(int units) {
    return new LSTM.Builder().nOut(units).activation(Activation.TANH).build();
  }

  static RnnOutputLayer sequenceOutput(int classes) {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }
}
