package io.winnow.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.Json;
import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;
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
        new CheckpointConfig(0, 1));
  }

  /** The network, initialised. */
  public static MultiLayerNetwork initialised(
      NetworkConfig network, TrainingConfig training, int features, FittedLabel label) {
    MultiLayerNetwork built =
        new MultiLayerNetwork(new NetworkFactory(network, training).configuration(features, label));
    built.init();
    return built;
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
