package io.winnow.train;

import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.model.Architecture;
import io.winnow.train.feed.Shards;
import org.nd4j.linalg.lossfunctions.impl.LossL1;

/**
 * The loss of a network that knows nothing: ln(classes) for equal probabilities, and the mean
 * squared or absolute target for a prediction of 0.
 */
public final class UntrainedLoss {
  private UntrainedLoss() {}

  /** Mean loss per row of the shards. */
  public static double of(Architecture architecture, FittedLabel label, Shards shards) {
    if (label.task() == Task.CLASSIFICATION) {
      return Math.log(label.outputs());
    }
    // Mean absolute error is a kind of L1 in Deeplearning4j.
    return architecture.outputLayer().getLossFn() instanceof LossL1
        ? shards.meanAbsoluteTarget()
        : shards.meanSquaredTarget();
  }
}
