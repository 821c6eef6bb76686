package io.winnow.train.stock;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.model.Architecture;
import io.winnow.train.feed.Shards;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What stock averaging leaves behind, updater state included. */
public final class StockNetwork {
  private StockNetwork() {}

  /** The network after all epochs. */
  public static MultiLayerNetwork trained(
      Architecture.Layers architecture, TrainingConfig training, FittedLabel label, Shards shards) {
    try (StockRunner runner =
        new StockRunner(
            architecture, architecture.network().parameters(), training, label, shards)) {
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        runner.run(epoch);
      }
      return runner.averaged();
    }
  }
}
