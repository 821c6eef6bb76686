package io.winnow.train.stock;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Parameter averaging written out in one thread: the oracle of the distributed one. */
final class HandAveraging {
  private final TrainingConfig training;
  private final MultiLayerNetwork master;

  HandAveraging(MultiLayerConfiguration configuration, TrainingConfig training) {
    this.training = training;
    master = new MultiLayerNetwork(configuration.clone());
    master.init();
  }

  /** One pass over the shards; the parameters afterwards. */
  float[] epoch(int epoch, List<Shard> shards, FittedLabel label) {
    Minibatches minibatches = new Minibatches(training.batch(), training.seed(), epoch, label);
    int frequency = training.averagingFrequency();
    for (int first = 0; ; first += frequency) {
      List<MultiLayerNetwork> workers = new ArrayList<>();
      int iterations = 0;
      for (Shard shard : shards) {
        Iterator<DataSet> share = minibatches.of(shard, first, frequency);
        if (share.hasNext()) {
          MultiLayerNetwork worker = copy();
          int before = worker.getIterationCount();
          share.forEachRemaining(worker::fit);
          iterations = Math.max(iterations, worker.getIterationCount() - before);
          workers.add(worker);
        }
      }
      if (workers.isEmpty()) {
        break;
      }
      average(workers);
      MultiLayerConfiguration state = master.getLayerWiseConfigurations();
      state.setIterationCount(state.getIterationCount() + iterations);
    }
    master.incrementEpochCount();
    return master.params().dup().data().asFloat();
  }

  private MultiLayerNetwork copy() {
    MultiLayerNetwork worker = new MultiLayerNetwork(master.getLayerWiseConfigurations().clone());
    worker.init(master.params().dup(), false);
    INDArray state = master.getUpdater().getStateViewArray();
    if (state != null) {
      worker.setUpdater(new MultiLayerUpdater(worker, state.dup()));
    }
    return worker;
  }

  private void average(List<MultiLayerNetwork> workers) {
    INDArray parameters = workers.get(0).params().dup();
    INDArray state = workers.get(0).getUpdater().getStateViewArray();
    INDArray states = state == null ? null : state.dup();
    for (MultiLayerNetwork worker : workers.subList(1, workers.size())) {
      parameters.addi(worker.params());
      if (states != null) {
        states.addi(worker.getUpdater().getStateViewArray());
      }
    }
    master.setParams(parameters.divi(workers.size()));
    if (states != null) {
      master.getUpdater().setStateViewArray(null, states.divi(workers.size()), false);
    }
  }
}
