package io.winnow.train.stock;

import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;

/** Deeplearning4j's worker, reporting the mean loss of its round instead of the last one. */
final class AveragingWorker extends ParameterAveragingTrainingWorker {
  private static final long serialVersionUID = 1L;

  private final RoundHook hook;

  AveragingWorker(
      Broadcast<NetBroadcastTuple> network, WorkerConfiguration configuration, RoundHook hook) {
    super(network, true, configuration, List.of(hook), null, null);
    this.hook = hook;
  }

  @Override
  public ParameterAveragingTrainingResult getFinalResult(MultiLayerNetwork network) {
    ParameterAveragingTrainingResult result = super.getFinalResult(network);
    return new ParameterAveragingTrainingResult(
        result.getParameters(), result.getUpdaterState(), hook.meanLoss(), null, null, null);
  }
}
