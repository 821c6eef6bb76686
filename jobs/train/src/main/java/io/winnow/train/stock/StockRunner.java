package io.winnow.train.stock;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.LayerShape;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.TrainableNetwork;
import io.winnow.train.EpochRunner;
import io.winnow.train.feed.ClassWeights;
import io.winnow.train.feed.MinibatchPlan;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shards;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Epochs as rounds of Deeplearning4j's parameter averaging. */
final class StockRunner implements EpochRunner {
  // Minibatches are cut from memory, which is faster than handing them over from another thread.
  private static final int PREFETCH = 0;

  private final Architecture.Layers architecture;
  private final TrainingConfig training;
  private final FittedLabel label;
  private final Shards shards;
  private final MinibatchPlan plan;
  private final AveragingMaster master;
  private final SparkDl4jMultiLayer network;
  private final @Nullable ClassWeights weights;
  private long rounds;

  StockRunner(
      Architecture.Layers architecture,
      INDArray begin,
      TrainingConfig training,
      FittedLabel label,
      Shards shards) {
    this.architecture = architecture;
    this.training = training;
    this.label = label;
    this.shards = shards;
    weights = ClassWeights.of(training.classWeights(), label, shards.weightsByClass());
    plan = new MinibatchPlan(training.batch(), training.averagingFrequency(), shards.rowsBySlot());
    master =
        new AveragingMaster(
            training.workers(),
            training.batch(),
            training.averagingFrequency(),
            PREFETCH,
            training.seed());
    // Networks that share a configuration object count each other's iterations.
    MultiLayerNetwork initial = new MultiLayerNetwork(architecture.configuration().clone());
    initial.init(begin.dup(), false);
    network =
        new SparkDl4jMultiLayer(
            JavaSparkContext.fromSparkContext(shards.rdd().context()), initial, master);
  }

  @Override
  public double run(int epoch) {
    double lossSum = 0;
    for (int round = 0; round < plan.rounds() && Double.isFinite(lossSum); round++) {
      List<Double> losses =
          master.round(network, minibatches(epoch, round), plan.iterations(round));
      for (int slot = 0; slot < losses.size(); slot++) {
        lossSum += losses.get(slot) * plan.rows(slot, round);
      }
      rounds++;
    }
    network.getNetwork().incrementEpochCount();
    return lossSum / shards.rows();
  }

  @Override
  public TrainableNetwork network() {
    return architecture.network(averaged().params().dup());
  }

  /** The network that the master averages into, with its updater state. */
  MultiLayerNetwork averaged() {
    return network.getNetwork();
  }

  @Override
  public long rounds() {
    return rounds;
  }

  @Override
  public void close() {
    // Deeplearning4j's workers hold nothing between rounds.
  }

  private JavaRDD<DataSet> minibatches(int epoch, int round) {
    Minibatches minibatches =
        new Minibatches(training.batch(), training.seed(), epoch, label, weights);
    int count = training.averagingFrequency();
    int first = round * count;
    LayerShape input = architecture.input();
    return shards.rdd().mapPartitions(each -> minibatches.of(each.next(), first, count, input));
  }
}
