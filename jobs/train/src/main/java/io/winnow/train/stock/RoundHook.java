package io.winnow.train.stock;

import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import org.apache.spark.TaskContext;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs around every minibatch of one worker in one round: seeds what dropout draws from by (seed,
 * iteration, slot), since a thread's generator goes on from whatever it did before, and adds up the
 * loss, of which Deeplearning4j reports the last minibatch only.
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
    Hash128 slot = new Hash128(1, TaskContext.getPartitionId());
    Nd4j.getRandom().setSeed(SeededHash.of(seed, iteration, slot));
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
