package io.winnow.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.GpuConfig;
import io.winnow.core.config.Json;
import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.LstmConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;
import io.winnow.network.infer.NetworkSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/** Small declarations that the tests vary. */
public final class TestNetworks {
  /** Three classes. */
  public static final FittedLabel CLASSES =
      new FittedLabel("kind", Task.CLASSIFICATION, null, List.of("a", "b", "c"), 0, 1);

  /** A target with mean 10 and standard deviation 2. */
  public static final FittedLabel TARGET =
      new FittedLabel("price", Task.REGRESSION, null, List.of(), 10, 2);

  private TestNetworks() {}

  /** A dense layer without any regularisation. */
  public static DenseConfig dense(int units, ActivationName activation) {
    return new DenseConfig(null, units, activation, WeightInitName.XAVIER, 0, 0, 0, 0);
  }

  /** A rectified convolution over images, with a bias. */
  public static Convolution2dConfig convolution2d(
      int filters, int kernel, int stride, Padding padding, BiasCount bias) {
    return new Convolution2dConfig(
        null,
        filters,
        kernel,
        stride,
        padding,
        bias,
        ActivationName.RELU,
        WeightInitName.XAVIER,
        0,
        0,
        0,
        0);
  }

  /** A rectified convolution over volumes, with a bias. */
  public static Convolution3dConfig convolution3d(
      int filters, int kernel, int stride, Padding padding) {
    return new Convolution3dConfig(
        null,
        filters,
        kernel,
        stride,
        padding,
        BiasCount.IGNORED,
        ActivationName.RELU,
        WeightInitName.XAVIER,
        0,
        0,
        0,
        0);
  }

  /** An LSTM. */
  public static LstmConfig lstm(int units, Returns returns) {
    return new LstmConfig(
        null, units, ActivationName.TANH, WeightInitName.XAVIER, returns, 0, 0, 0);
  }

  /** Channels with height and width, and depth unless it is null. */
  public static InputConfig image(int channels, @Nullable Integer depth, int height, int width) {
    return new InputConfig(null, null, channels, depth, height, width);
  }

  /** An output layer that leaves everything to the task. */
  public static OutputLayerConfig output() {
    return new OutputLayerConfig(null, null, null, null, WeightInitName.XAVIER, 0, 0, 0, 0);
  }

  /** A network of some layers. */
  public static NetworkConfig network(LayerConfig... layers) {
    return new NetworkConfig(null, List.of(layers));
  }

  /** Training by one updater at a rate of 0.1. */
  public static TrainingConfig training(UpdaterName updater, @Nullable ScheduleConfig schedule) {
    return new TrainingConfig(
        Engine.STOCK,
        2,
        5,
        16,
        3,
        42,
        new UpdaterConfig(updater, 0.1, 0.9, schedule),
        null,
        new CheckpointConfig(0, 1),
        new GpuConfig(false),
        null,
        1L << 30,
        null);
  }

  /** The network, initialised. */
  public static MultiLayerNetwork initialised(
      NetworkConfig network, TrainingConfig training, int features, FittedLabel label) {
    MultiLayerNetwork built =
        new MultiLayerNetwork(new NetworkFactory(network, training).configuration(features, label));
    built.init();
    return built;
  }

  /** What a network over flat rows is at the moment. */
  public static NetworkSnapshot snapshot(MultiLayerNetwork network) {
    return new NetworkSnapshot(
        network.getLayerWiseConfigurations().toJson(), network.params().dup().data().asFloat());
  }

  /** A golden file. */
  public static JsonNode golden(String name) {
    try (InputStream in = TestNetworks.class.getResourceAsStream("/golden/" + name)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A golden array of numbers. */
  public static float[] floats(JsonNode array) {
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = array.get(i).floatValue();
    }
    return floats;
  }
}
