package io.winnow.cli.bench;

import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.GpuConfig;
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
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * One of the networks that trainers are compared on, in minibatches of 64 rows, with Adam.
 *
 * @param features of a row
 * @param hidden units of the hidden layers
 * @param iterations of each worker in a measurement
 * @param periods minibatches between two averages
 */
record TrainNet(
    String name, int features, List<Integer> hidden, int iterations, List<Integer> periods) {
  static final int BATCH = 64;
  static final int WORKERS = 2;
  static final FittedLabel LABEL =
      new FittedLabel("kind", Task.CLASSIFICATION, null, List.of("no", "yes"), 0, 1);

  static final List<TrainNet> ALL =
      List.of(
          new TrainNet("3.5k", 20, List.of(64, 32), 6000, List.of(5, 20, 40, 200)),
          new TrainNet("100k", 120, List.of(256, 256), 2000, List.of(5, 20, 40, 200)),
          new TrainNet("1.0M", 256, List.of(768, 768, 256), 600, List.of(5, 20, 40, 200)),
          new TrainNet("8.8M", 1200, List.of(2048, 2048, 1024), 120, List.of(5, 20)));

  /** Minibatches of a worker in an epoch: a whole number of rounds, so that none is short. */
  int minibatches(int period) {
    return Math.max(period, 40);
  }

  /** Passes that make up a measurement; the first warms up. */
  int epochs(int period, double share) {
    return 1 + (int) Math.ceil(Math.max(1, iterations * share / minibatches(period)));
  }

  NetworkConfig network() {
    List<LayerConfig> layers = new ArrayList<>();
    for (int units : hidden) {
      layers.add(
          new DenseConfig(null, units, ActivationName.RELU, WeightInitName.XAVIER, 0, 0, 0, 0));
    }
    layers.add(new OutputLayerConfig(null, null, null, null, WeightInitName.XAVIER, 0, 0, 0, 0));
    return new NetworkConfig(null, layers);
  }

  TrainingConfig training(Engine engine, int period, int epochs) {
    return new TrainingConfig(
        engine,
        WORKERS,
        period,
        BATCH,
        epochs,
        1,
        new UpdaterConfig(UpdaterName.ADAM, 0.001, 0.9, null),
        null,
        new CheckpointConfig(0, 1),
        new GpuConfig(false),
        null,
        1L << 30,
        null);
  }

  MultiLayerConfiguration configuration() {
    return new NetworkFactory(network(), training(Engine.ROUNDS, 1, 1))
        .configuration(features, LABEL);
  }
}
