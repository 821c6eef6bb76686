package io.winnow.train.round;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.model.TrainableNetwork;
import io.winnow.train.EpochLoop;
import io.winnow.train.EpochRunner;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundTimes;
import io.winnow.train.TrainingTask;
import io.winnow.train.WorkerDevices;
import io.winnow.train.feed.ClassWeights;
import io.winnow.train.feed.MinibatchPlan;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.RowWeights;
import io.winnow.train.feed.Shards;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Epochs as rounds over workers that stay; what is done between two rounds is done here. */
final class RoundRunner implements EpochRunner {
  private final String id = UUID.randomUUID().toString();
  private final TrainingTask task;
  private final TrainingConfig training;
  private final Shards shards;
  private final Checkpoints checkpoints;
  private final EpochLoop loop;
  private final ProgressListener progress;
  private final String fingerprint;
  private final MinibatchPlan plan;
  private final Pace pace;
  private final RoundAdvisor advisor;
  private final @Nullable ClassWeights weights;
  private final @Nullable RowWeights rowWeights;
  private final JavaSparkContext spark;
  private final Broadcast<String> architecture;
  private final TrainableNetwork network;
  private final TrainedState trained;
  private final DivergenceCheck divergence;
  private byte[] state;
  private Position position = Position.START;
  private long workerBytes;

  /** A runner that begins at the start, or at the newest checkpoint that fits. */
  RoundRunner(
      TrainableNetwork initial,
      TrainingTask task,
      Shards shards,
      Checkpoints checkpoints,
      EpochLoop loop,
      ProgressListener progress) {
    this.task = task;
    this.training = task.training();
    this.shards = shards;
    this.checkpoints = checkpoints;
    this.loop = loop;
    this.progress = progress;
    String json = initial.architecture().toJson();
    weights = ClassWeights.of(training.classWeights(), task.label(), shards.weightsByClass());
    rowWeights = RowWeights.of(shards);
    requireDevices();
    network = initial;
    trained = new TrainedState(network);
    state = trained.save();
    fingerprint = fingerprint(json, task, shards);
    plan = new MinibatchPlan(training.batch(), training.averagingFrequency(), shards.rowsBySlot());
    pace = new Pace(training, plan.rounds());
    advisor =
        new RoundAdvisor(training.workers(), training.averagingFrequency(), plan.minibatches());
    spark = JavaSparkContext.fromSparkContext(shards.rdd().context());
    this.architecture = spark.broadcast(json);
    divergence = new DivergenceCheck(network, state);
    checkpoints
        .newest(fingerprint)
        // What does not fit belongs to other rows, and would count as newer.
        .ifPresentOrElse(this::resume, checkpoints::clear);
  }

  private void requireDevices() {
    WorkerDevices devices = WorkerPlace.together(shards.rdd().map(WorkerPlace::here).collect());
    progress.placed(devices);
    String problem = devices.whyNotAllGpus();
    if (training.gpu().required() && !problem.isEmpty()) {
      throw WinnowException.usage("training.gpu.required: " + problem);
    }
  }

  /** Tells this training from others in the same executors. */
  String id() {
    return id;
  }

  @Override
  public double run(int epoch) {
    while (position.round() < plan.rounds()) {
      round();
    }
    double loss = position.lossSum() / shards.rows();
    position = position.nextEpoch();
    return loss;
  }

  @Override
  public TrainableNetwork network() {
    trained.load(state, position.iteration(), position.epoch());
    return network;
  }

  @Override
  public long rounds() {
    return position.rounds();
  }

  @Override
  public long workerBytes() {
    return workerBytes;
  }

  @Override
  public void close() {
    String training = id;
    shards.rdd().foreachPartition(each -> WorkerSlots.release(training));
    architecture.destroy();
    trained.close();
  }

  private void round() {
    RoundClock clock = new RoundClock();
    Broadcast<byte[]> sent = spark.broadcast(state);
    clock.sent();
    List<WorkerShare> shares;
    try {
      shares = call(sent).run(shards.rdd());
    } finally {
      sent.destroy();
    }
    clock.collected();
    state = WeightedAverage.of(shares);
    workerBytes =
        Math.max(workerBytes, shares.stream().mapToLong(WorkerShare::heldBytes).max().orElse(0));
    double lossSum = shares.stream().mapToDouble(WorkerShare::lossSum).sum();
    long rows = shares.stream().mapToLong(WorkerShare::rows).sum();
    int minibatches = plan.iterations(position.round());
    position = position.next(minibatches, lossSum);
    divergence.check(state, lossSum / rows, position.rounds());
    if (checkpoints.isDue(position.rounds())) {
      checkpoints.save(new Checkpoint(fingerprint, position, state, loop.history()));
    }
    RoundTimes times = clock.times(shares);
    progress.roundEnded(pace.ended(position, shares, lossSum / rows, times));
    advisor.ended(times.total(), minibatches, shares).ifPresent(progress::advised);
  }

  private RoundCall call(Broadcast<byte[]> sent) {
    int count = training.averagingFrequency();
    return new RoundCall(
        id,
        architecture,
        new Minibatches(
            training.batch(), training.seed(), position.epoch(), task.label(), weights, rowWeights),
        Math.multiplyExact(position.round(), count),
        count,
        position.iteration(),
        sent);
  }

  private void resume(Checkpoint checkpoint) {
    state = checkpoint.state();
    position = checkpoint.position();
    loop.restore(checkpoint.history(), plan.rowsBefore(position.round()));
    progress.resumed(position.rounds());
  }

  /** Everything that the state after a round follows from. */
  private static String fingerprint(String architecture, TrainingTask task, Shards shards) {
    TrainingConfig training = task.training();
    NetworkSnapshot begin = task.start();
    List<Object> parts =
        List.of(
            architecture,
            training.averagingFrequency(),
            training.batch(),
            training.seed(),
            String.valueOf(training.earlyStopping()),
            String.valueOf(training.classWeights()),
            shards.rowsBySlot(),
            shards.checksums(),
            begin == null ? "" : Arrays.hashCode(begin.parameters()));
    return DigestUtils.sha256Hex(parts.toString());
  }
}
