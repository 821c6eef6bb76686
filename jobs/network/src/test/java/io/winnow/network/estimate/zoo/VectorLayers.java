package io.winnow.network.estimate.zoo;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks over vectors, each around one kind of layer. */
final class VectorLayers {
  private VectorLayers() {}

  static List<ZooNetwork> networks() {
    return List.of(
        Networks.of(
            "dense",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new DenseLayer.Builder().nOut(59).activation(Activation.RELU).build(),
            Networks.output(5)),
        Networks.of(
            "dropout",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).dropOut(0.5).build(),
            new DropoutLayer(0.5),
            new ActivationLayer(Activation.RELU),
            Networks.output(5)),
        Networks.of(
            "batchNormFlat",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new BatchNormalization(),
            Networks.output(5)),
        Networks.of(
            "embedding",
            Networks.VECTOR,
            new EmbeddingLayer.Builder().nIn(101).nOut(53).build(),
            Networks.output(5)),
        Networks.of(
            "elementWise",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new ElementWiseMultiplicationLayer.Builder().nOut(53).build(),
            Networks.output(5)),
        Networks.of(
            "autoEncoder",
            Networks.VECTOR,
            new AutoEncoder.Builder().nOut(53).build(),
            Networks.output(5)),
        Networks.of(
            "loss",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(5).build(),
            new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()),
        Networks.of(
            "centerLoss",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(5)
                .activation(Activation.SOFTMAX)
                .build()),
        Networks.of(
            "denseLayerNorm",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).hasLayerNorm(true).build(),
            Networks.output(5)),
        Networks.of(
            "frozen",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new FrozenLayer(new DenseLayer.Builder().nOut(59).build()),
            Networks.output(5)),
        Networks.of(
            "repeatVector",
            Networks.VECTOR,
            new DenseLayer.Builder().nOut(53).build(),
            new RepeatVector.Builder<>().repetitionFactor(4).build(),
            Networks.sequenceOutput(5)));
  }
}
