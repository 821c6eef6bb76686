package io.winnow.network.estimate.zoo;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks over sequences, each around one kind of layer. */
final class SequenceLayers {
  private SequenceLayers() {}

  // Deprecated layers: saved networks still have them.
  @SuppressWarnings("deprecation")
  static List<ZooNetwork> networks() {
    return List.of(
        Networks.of(
            "lstm",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "lstmTwice",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new LSTM.Builder().nOut(31).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "gravesLstm",
            Networks.SEQUENCE,
            new GravesLSTM.Builder().nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "gravesBidirectional",
            Networks.SEQUENCE,
            new GravesBidirectionalLSTM.Builder().nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "simpleRnn",
            Networks.SEQUENCE,
            new SimpleRnn.Builder().nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "bidirectional",
            Networks.SEQUENCE,
            new Bidirectional(new LSTM.Builder().nOut(29).build()),
            Networks.sequenceOutput(5)),
        Networks.of(
            "bidirectionalAdd",
            Networks.SEQUENCE,
            new Bidirectional(Bidirectional.Mode.ADD, new LSTM.Builder().nOut(29).build()),
            Networks.sequenceOutput(5)),
        Networks.of(
            "lastTimeStep",
            Networks.SEQUENCE,
            new LastTimeStep(new LSTM.Builder().nOut(29).build()),
            Networks.output(5)),
        Networks.of(
            "pooledSequence",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new GlobalPoolingLayer(PoolingType.MAX),
            Networks.output(5)),
        Networks.of(
            "convolution1d",
            Networks.SEQUENCE,
            new Convolution1DLayer.Builder(3).nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "pooling1d",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "upsampling1d",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new Upsampling1D.Builder(2).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "padding1d",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new ZeroPadding1DLayer(2),
            Networks.sequenceOutput(5)),
        Networks.of(
            "cropping1d",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new Cropping1D(2),
            Networks.sequenceOutput(5)),
        Networks.of(
            "embeddingSequence",
            Networks.WORDS,
            new EmbeddingSequenceLayer.Builder().nIn(101).nOut(53).inputLength(19).build(),
            new LSTM.Builder().nOut(29).build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "selfAttention",
            Networks.SEQUENCE,
            new SelfAttentionLayer.Builder()
                .nOut(28)
                .nHeads(2)
                .headSize(14)
                .projectInput(true)
                .build(),
            Networks.sequenceOutput(5)),
        Networks.of(
            "rnnLoss",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new RnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build()),
        Networks.of(
            "timeDistributed",
            Networks.SEQUENCE,
            new TimeDistributed(new DenseLayer.Builder().nIn(17).nOut(29).build()),
            Networks.sequenceOutput(5)),
        Networks.of(
            "denseOverSequence",
            Networks.SEQUENCE,
            new LSTM.Builder().nOut(29).build(),
            new DenseLayer.Builder().nOut(53).build(),
            Networks.sequenceOutput(5)));
  }
}
