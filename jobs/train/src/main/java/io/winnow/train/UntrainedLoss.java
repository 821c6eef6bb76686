package io.winnow.train;

import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.LossName;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.feed.Shards;

/**
 * The loss of a network that knows nothing: ln(classes) for equal probabilities, and the mean
 * squared or absolute target for a prediction of 0.
 */
public final class UntrainedLoss {
  private UntrainedLoss() {}

  /** Mean loss per row of the shards. */
  public static double of(NetworkConfig network, FittedLabel label, Shards shards) {
    if (label.task() == Task.CLASSIFICATION) {
      return Math.log(label.outputs());
    }
    LayerConfig last = network.layers().get(network.layers().size() - 1);
    boolean absolute = last instanceof OutputLayerConfig output && output.loss() == LossName.MAE;
    return absolute ? shards.meanAbsoluteTarget() : shards.meanSquaredTarget();
  }
}
