package io.winnow.train.stock;

import io.winnow.train.feed.DropoutSeed;
import org.apache.spark.TaskContext;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Runs around every minibatch of one worker in one round: seeds what dropout draws from, and adds
 * up the loss, of which Deeplearning4j reports the last minibatch only.
 */
final class RoundHook implements TrainingHook {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private double lossSum;
  private long rows;

  RoundHook(long seed) {
    this.seed = seed;
  }

  @Override
  public void preUpdate(DataSet minibatch, Model model) {
    int iteration = ((MultiLayerNetwork) model).getIterationCount();
    DropoutSeed.set(seed, iteration, TaskContext.getPartitionId());
  }

  @Override
  public void postUpdate(DataSet minibatch, Model model) {
    lossSum += model.score() * minibatch.numExamples();
    rows += minibatch.numExamples();
  }

  @Override
  public void preUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("only networks with one input are trained");
  }

  @Override
  public void postUpdate(MultiDataSet minibatch, Model model) {
    throw new UnsupportedOperationException("only networks with one input are trained");
  }

  /** Mean loss over the rows of the round so far. */
  double meanLoss() {
    return lossSum / rows;
  }
}
