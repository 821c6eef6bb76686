package io.winnow.train.stock;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingAggregationTuple;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingElementAddFunction;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingElementCombineFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Deeplearning4j's training master, driven round by round: each partition of a round's minibatches
 * is one worker's share.
 *
 * <p>The updater state is averaged with the parameters. The average is not weighted: every worker
 * that ran a minibatch counts the same.
 */
final class AveragingMaster extends ParameterAveragingTrainingMaster {
  private final long seed;
  private List<Double> losses = List.of();
  private @Nullable Broadcast<NetBroadcastTuple> sent;

  AveragingMaster(int workers, int batch, int averagingFrequency, int prefetch, long seed) {
    super(
        new Builder(workers, batch)
            .batchSizePerWorker(batch)
            .averagingFrequency(averagingFrequency)
            .workerPrefetchNumBatches(prefetch)
            .saveUpdater(true)
            .rngSeed(seed)
            .rddTrainingApproach(RDDTrainingApproach.Direct)
            .repartionData(Repartition.Never));
    this.seed = seed;
    if (!saveUpdater) {
      throw new IllegalStateException("the updater state must be averaged with the parameters");
    }
  }

  /**
   * Runs one round and leaves its average in the network.
   *
   * @param minibatches one partition per worker, at most {@code averagingFrequency} in each
   * @param iterations minibatches of the busiest worker
   * @return mean loss over the rows of each worker, in slot order; 0 of one without rows
   */
  List<Double> round(SparkDl4jMultiLayer network, JavaRDD<DataSet> minibatches, int iterations) {
    MultiLayerConfiguration configuration = network.getNetwork().getLayerWiseConfigurations();
    int iteration = configuration.getIterationCount();
    try {
      doIteration(network, minibatches, 1, 1);
    } finally {
      if (sent != null) {
        sent.destroy();
        sent = null;
      }
    }
    configuration.setIterationCount(iteration + iterations);
    return losses;
  }

  @Override
  public ParameterAveragingTrainingWorker getWorkerInstance(SparkDl4jMultiLayer network) {
    MultiLayerNetwork net = network.getNetwork();
    sent =
        network
            .getSparkContext()
            .broadcast(
                new NetBroadcastTuple(
                    net.getLayerWiseConfigurations(),
                    net.params(),
                    net.getUpdater().getStateViewArray()));
    return new AveragingWorker(
        sent,
        new WorkerConfiguration(
            false,
            batchSizePerWorker,
            batchSizePerWorker,
            averagingFrequency,
            prefetchNumBatches,
            false),
        new RoundHook(seed));
  }

  @Override
  protected void processResults(
      SparkDl4jMultiLayer network,
      @Nullable SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int splitNum,
      int totalSplits) {
    List<ParameterAveragingAggregationTuple> bySlot =
        results
            .map(result -> new ParameterAveragingElementAddFunction().call(null, result))
            .collect();
    losses = bySlot.stream().map(ParameterAveragingAggregationTuple::getScoreSum).toList();
    average(network.getNetwork(), sum(bySlot));
  }

  private static ParameterAveragingAggregationTuple sum(
      List<ParameterAveragingAggregationTuple> bySlot) {
    ParameterAveragingElementCombineFunction combine =
        new ParameterAveragingElementCombineFunction();
    ParameterAveragingAggregationTuple sum = bySlot.get(0);
    try {
      for (ParameterAveragingAggregationTuple next : bySlot.subList(1, bySlot.size())) {
        sum = combine.call(sum, next);
      }
    } catch (Exception e) {
      throw new IllegalStateException("adding up parameters failed", e);
    }
    return sum;
  }

  private static void average(MultiLayerNetwork network, ParameterAveragingAggregationTuple sum) {
    int workers = sum.getAggregationsCount();
    network.setParameters(sum.getParametersSum().divi(workers));
    INDArray updaterState = sum.getUpdaterStateSum();
    if (updaterState != null) {
      network.getUpdater().setStateViewArray(null, updaterState.divi(workers), false);
    }
  }
}
