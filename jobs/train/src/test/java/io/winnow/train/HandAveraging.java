package io.winnow.train;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.LayerShape;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.InputColumns;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Parameter averaging written out in one thread: the oracle of the distributed one. */
public final class HandAveraging {
  private final TrainingConfig training;
  private final HandNetwork master;
  private final Mean mean;
  private final LayerShape input;

  /** How the workers' arrays become one. */
  public enum Mean {
    /** Every worker counts the same, as Deeplearning4j has it. */
    PLAIN {
      @Override
      INDArray of(List<INDArray> arrays, List<Integer> rows) {
        INDArray sum = arrays.get(0).dup();
        arrays.subList(1, arrays.size()).forEach(sum::addi);
        return sum.divi(arrays.size());
      }
    },
    /** Every row counts the same. */
    BY_ROWS {
      @Override
      INDArray of(List<INDArray> arrays, List<Integer> rows) {
        double[] sum = new double[Math.toIntExact(arrays.get(0).length())];
        int all = rows.stream().mapToInt(Integer::intValue).sum();
        for (int worker = 0; worker < arrays.size(); worker++) {
          double[] values = arrays.get(worker).dup().data().asDouble();
          for (int i = 0; i < sum.length; i++) {
            sum[i] += rows.get(worker) * values[i];
          }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
          mean[i] = (float) (sum[i] / all);
        }
        return Nd4j.create(mean, new long[] {1, mean.length});
      }
    };

    abstract INDArray of(List<INDArray> arrays, List<Integer> rows);
  }

  /** Averaging of a network that has not been trained. */
  public HandAveraging(Architecture architecture, TrainingConfig training, Mean mean) {
    input =
        architecture instanceof Architecture.Layers layers
            ? layers.input()
            : LayerShape.flat(new InputColumns(architecture.inputs()).features());
    this.training = training;
    this.mean = mean;
    master = HandNetwork.of(architecture);
  }

  /** One pass over the shards; the parameters afterwards. */
  public float[] epoch(int epoch, List<Shard> shards, FittedLabel label) {
    Minibatches minibatches =
        new Minibatches(training.batch(), training.seed(), epoch, label, null);
    int frequency = training.averagingFrequency();
    for (int first = 0; ; first += frequency) {
      List<HandNetwork> workers = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      int iterations = 0;
      for (Shard shard : shards) {
        Iterator<DataSet> share = minibatches.of(shard, first, frequency, input);
        if (share.hasNext()) {
          HandNetwork worker = master.copy();
          int before = worker.iterations();
          int trained = 0;
          while (share.hasNext()) {
            DataSet minibatch = share.next();
            worker.fit(minibatch);
            trained += minibatch.numExamples();
          }
          rows.add(trained);
          iterations = Math.max(iterations, worker.iterations() - before);
          workers.add(worker);
        }
      }
      if (workers.isEmpty()) {
        break;
      }
      average(workers, rows);
      master.setIterations(master.iterations() + iterations);
    }
    master.nextEpoch();
    return master.params().dup().data().asFloat();
  }

  private void average(List<HandNetwork> workers, List<Integer> rows) {
    master.setParams(mean.of(workers.stream().map(HandNetwork::params).toList(), rows));
    if (master.state() != null) {
      master.setState(mean.of(workers.stream().map(HandNetwork::state).toList(), rows));
    }
  }
}
