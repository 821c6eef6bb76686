package io.winnow.network.estimate.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Shapes and ends that the measured networks share; extents are primes, to be told apart. */
final class Networks {
  static final InputType VECTOR = InputType.feedForward(101);
  static final InputType IMAGE = InputType.convolutional(13, 11, 3);
  static final InputType EVEN_IMAGE = InputType.convolutional(14, 12, 3);
  static final InputType SEQUENCE = InputType.recurrent(17, 19);
  static final InputType WORDS = InputType.recurrent(101, 19);
  static final InputType VOLUME =
      InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 7, 9, 11, 3);

  private Networks() {}

  static ZooNetwork of(String name, InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerConfiguration configuration = list.setInputType(input).build();
    return ZooNetwork.of(name, configuration, input);
  }

  static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(1e-3))
        .activation(Activation.TANH);
  }

  static Layer output(int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static Layer sequenceOutput(int classes) {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }
}
