package io.winnow.network.estimate.zoo;

import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Measures by how much a process grows while it trains one network: resident memory every 5 ms from
 * before the network is made until after some minibatches. Each network needs a process of its own,
 * whose heap is touched beforehand: {@code -Xms200m -Xmx200m -XX:+AlwaysPreTouch}.
 */
public final class ProcessTruth {
  private static final int PASSES = 6;
  private static final long PERIOD_MILLISECONDS = 5;
  private static final double MEBIBYTE = 1 << 20;

  private ProcessTruth() {}

  /**
   * A measured network.
   *
   * @param batch examples of a minibatch
   */
  private record Subject(MultiLayerConfiguration configuration, InputType input, int batch) {}

  /** Measures the network that the only argument names; prints one line of numbers in MiB. */
  public static void main(String[] arguments) throws InterruptedException {
    Subject subject = subjects().get(arguments[0]);
    warmUp();
    SequentialNetwork model =
        new SequentialNetwork(subject.configuration().clone(), subject.input());
    Estimate estimate =
        new Dl4jEstimator(model, RunSetting.defaults()).estimate(subject.batch(), DataType.FLOAT32);
    double grown = growth(subject, model);
    System.out.printf(
        "%s grown %.1f estimated %.1f %s%n",
        arguments[0],
        grown / MEBIBYTE,
        estimate.bytes(Phase.TRAINING) / MEBIBYTE,
        estimate.terms());
  }

  /** What every process loads once is no part of a network's growth. */
  private static void warmUp() {
    MultiLayerNetwork small =
        new MultiLayerNetwork(
            Networks.of(
                    "small",
                    Networks.VECTOR,
                    new DenseLayer.Builder().nOut(3).build(),
                    Networks.output(2))
                .sequential());
    small.init();
    small.fit(Nd4j.rand(4, 101), Nd4j.zeros(4, 2));
  }

  private static double growth(Subject subject, SequentialNetwork model)
      throws InterruptedException {
    AtomicLong peak = new AtomicLong(Pointer.physicalBytes());
    long before = peak.get();
    ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> sampling =
        sampler.scheduleAtFixedRate(
            () -> peak.accumulateAndGet(Pointer.physicalBytes(), Math::max),
            0,
            PERIOD_MILLISECONDS,
            TimeUnit.MILLISECONDS);
    train(subject, model);
    sampling.cancel(false);
    sampler.shutdown();
    if (!sampler.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the sampler does not end");
    }
    return peak.get() - before;
  }

  private static void train(Subject subject, SequentialNetwork model) {
    MultiLayerNetwork network = new MultiLayerNetwork(subject.configuration());
    network.init();
    long[] shape = subject.input().getShape(true);
    shape[0] = subject.batch();
    INDArray features = Nd4j.rand(shape);
    var layers = model.layers(Phase.TRAINING, subject.batch());
    List<Long> output = layers.get(layers.size() - 1).outputShape();
    INDArray labels = Nd4j.zeros(output.stream().mapToLong(Long::longValue).toArray());
    for (int i = 0; i < PASSES; i++) {
      network.fit(features, labels);
    }
  }

  private static Map<String, Subject> subjects() {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    subjects.put(
        "mlp",
        subject(InputType.feedForward(1024), 64, dense(2048), dense(1536), Networks.output(10)));
    subjects.put(
        "cnn",
        subject(
            image(),
            64,
            convolution(32, 5),
            pooling(),
            convolution(64, 5),
            pooling(),
            dense(512),
            Networks.output(10)));
    subjects.put(
        "cnnNorm",
        subject(
            image(),
            64,
            convolution(32, 5),
            new BatchNormalization(),
            pooling(),
            convolution(64, 5),
            new BatchNormalization(),
            pooling(),
            Networks.output(10)));
    subjects.put(
        "lstm",
        subject(
            InputType.recurrent(64, 50),
            64,
            new LSTM.Builder().nOut(128).activation(Activation.TANH).build(),
            Networks.sequenceOutput(64)));
    subjects.put(
        "conv",
        subject(
            InputType.convolutional(128, 128, 256),
            8,
            convolution(512, 3),
            new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build()));
    return subjects;
  }

  private static InputType image() {
    return InputType.convolutional(28, 28, 1);
  }

  private static Subject subject(InputType input, int batch, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(1e-3))
            .activation(Activation.RELU)
            .list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return new Subject(list.setInputType(input).build(), input, batch);
  }

  private static Layer dense(int units) {
    return new DenseLayer.Builder().nOut(units).build();
  }

  private static Layer convolution(int filters, int kernel) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(filters)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }

  private static Layer pooling() {
    return new SubsamplingLayer.Builder(
            SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
        .build();
  }
}
