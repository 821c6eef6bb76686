package io.winnow.train.round;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.EpochRunner;
import io.winnow.train.feed.MinibatchPlan;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shards;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Epochs as rounds over workers that stay. */
final class RoundRunner implements EpochRunner {
  private final String id = UUID.randomUUID().toString();
  private final TrainingConfig training;
  private final FittedLabel label;
  private final Shards shards;
  private final MinibatchPlan plan;
  private final JavaSparkContext spark;
  private final Broadcast<String> architecture;
  private final MultiLayerNetwork network;
  private final TrainedState trained;
  private byte[] state;
  private int iteration;
  private int epoch;
  private long rounds;

  RoundRunner(
      MultiLayerConfiguration configuration,
      TrainingConfig training,
      FittedLabel label,
      Shards shards) {
    this.training = training;
    this.label = label;
    this.shards = shards;
    plan = new MinibatchPlan(training.batch(), training.averagingFrequency(), shards.rowsBySlot());
    spark = JavaSparkContext.fromSparkContext(shards.rdd().context());
    architecture = spark.broadcast(configuration.toJson());
    network = new MultiLayerNetwork(configuration.clone());
    network.init();
    trained = new TrainedState(network);
    state = trained.save();
  }

  @Override
  public double run(int epochIndex) {
    epoch = epochIndex;
    double lossSum = 0;
    for (int round = 0; round < plan.rounds() && Double.isFinite(lossSum); round++) {
      lossSum += round(round);
    }
    epoch++;
    return lossSum / shards.rows();
  }

  @Override
  public MultiLayerNetwork network() {
    trained.load(state, iteration, epoch);
    return network;
  }

  @Override
  public long rounds() {
    return rounds;
  }

  @Override
  public void close() {
    String training = id;
    shards.rdd().foreachPartition(each -> WorkerSlots.release(training));
    architecture.destroy();
    network.close();
  }

  /** Sum of the loss over the rows of the round. */
  private double round(int round) {
    Broadcast<byte[]> sent = spark.broadcast(state);
    try {
      List<WorkerShare> shares = shards.rdd().map(call(round, sent)).collect();
      state = WeightedAverage.of(shares);
      iteration += plan.iterations(round);
      rounds++;
      return shares.stream().mapToDouble(WorkerShare::lossSum).sum();
    } finally {
      sent.destroy();
    }
  }

  private RoundCall call(int round, Broadcast<byte[]> sent) {
    int count = training.averagingFrequency();
    return new RoundCall(
        id,
        architecture,
        new Minibatches(training.batch(), training.seed(), epoch, label),
        Math.multiplyExact(round, count),
        count,
        iteration,
        sent);
  }
}
