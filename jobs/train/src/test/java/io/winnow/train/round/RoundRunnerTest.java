package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.NO_CHECKPOINTS;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.layers;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.ClassWeightConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.SchedulePer;
import io.winnow.core.config.ScheduleType;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.network.build.LayerShape;
import io.winnow.network.model.Architecture;
import io.winnow.train.EpochLoop;
import io.winnow.train.EpochProgress;
import io.winnow.train.HandAveraging;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.MinibatchPlan;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.feed.Shard;
import io.winnow.train.feed.Shards;
import io.winnow.train.stock.StockNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** What rounds compute, against other ways to compute it. */
class RoundRunnerTest {
  private static final ScheduleConfig EVERY_ITERATION =
      new ScheduleConfig(ScheduleType.EXPONENTIAL, SchedulePer.ITERATION, 0.9, 1);
  private static final ScheduleConfig EVERY_EPOCH =
      new ScheduleConfig(ScheduleType.INVERSE, SchedulePer.EPOCH, 2, 1);

  static Stream<Arguments> updaters() {
    return Stream.of(
        // 96 rows of a worker are 6 minibatches of 16; 97 have a tail of one row.
        Arguments.of(UpdaterName.SGD, null, 0.0, 194),
        Arguments.of(UpdaterName.NESTEROVS, EVERY_EPOCH, 0.0, 192),
        Arguments.of(UpdaterName.ADAM, null, 0.0, 192),
        Arguments.of(UpdaterName.ADAM, EVERY_ITERATION, 0.4, 194));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void twoWorkersWithEqualRowsEqualStockBitForBit(
      UpdaterName name, ScheduleConfig schedule, double dropout, int rows) {
    TrainingConfig training = training(2, 2, 5, new UpdaterConfig(name, 0.05, 0.9, schedule), null);
    Architecture.Layers architecture = layers(network(dropout), training, FEATURES, CLASSES);
    try (Shards shards = deal(rows, 2)) {
      assertThat(shards.rowsBySlot()).containsExactly(rows / 2, rows / 2);
      MultiLayerNetwork stock = StockNetwork.trained(architecture, training, CLASSES, shards);
      try (RoundRunner ours = trained(architecture, training, shards)) {
        assertThat(floats(ours.network().parameters())).isEqualTo(floats(stock.params()));
        assertThat(floats(ours.network().updaterState()))
            .isEqualTo(floats(stock.getUpdater().getStateViewArray()));
        assertThat(ours.network().iterations()).isEqualTo(stock.getIterationCount());
        assertThat(ours.network().epochs()).isEqualTo(stock.getEpochCount());
        assertThat(ours.rounds()).isEqualTo(rows == 192 ? 4 : 6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void unequalWorkersAreAveragedByTheirRows(int workers) {
    // 331 rows leave tails of different lengths, and rounds in which some workers have none.
    TrainingConfig training = training(workers, 2, 5);
    Architecture.Layers architecture = layers(network(), training, FEATURES, CLASSES);
    HandAveraging hand = new HandAveraging(architecture, training, HandAveraging.Mean.BY_ROWS);
    try (Shards shards = deal(331, workers);
        RoundRunner ours = trained(architecture, training, shards)) {
      List<Shard> local = shards.rdd().collect();
      hand.epoch(0, local, CLASSES);

      assertThat(floats(ours.network().parameters())).isEqualTo(hand.epoch(1, local, CLASSES));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void descentAveragedAfterEveryMinibatchIsOneMachineWithLargerOnes(int workers) {
    TrainingConfig training =
        new TrainingConfig(
            Engine.ROUNDS,
            workers,
            1,
            16,
            2,
            5,
            new UpdaterConfig(UpdaterName.SGD, 0.1, 0.9, null),
            null,
            NO_CHECKPOINTS,
            NO_GPU,
            null,
            1L << 30,
            null);
    Architecture.Layers architecture = layers(network(), training, FEATURES, CLASSES);
    try (Shards shards = deal(331, workers);
        RoundRunner ours = trained(architecture, training, shards)) {
      MultiLayerNetwork one = new MultiLayerNetwork(architecture.configuration().clone());
      one.init();
      float[] start = floats(one.params());
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        for (DataSet together : together(shards, training, epoch)) {
          one.fit(together);
        }
      }

      float[] expected = floats(one.params());
      float[] averaged = floats(ours.network().parameters());
      assertThat(averaged).hasSameSizeAs(expected);
      double moved = 0;
      for (int i = 0; i < expected.length; i++) {
        assertThat(averaged[i]).isCloseTo(expected[i], within(1e-6f));
        moved = Math.max(moved, Math.abs(expected[i] - start[i]));
      }
      assertThat(moved).isGreaterThan(0.03);
    }
  }

  @Test
  void weightedClassesEqualStockBitForBitAndChangeWhatIsLearnt() {
    TrainingConfig even = training(2, 2, 5);
    TrainingConfig balanced =
        new TrainingConfig(
            even.engine(),
            even.workers(),
            even.averagingFrequency(),
            even.batch(),
            even.epochs(),
            even.seed(),
            even.updater(),
            null,
            NO_CHECKPOINTS,
            NO_GPU,
            null,
            1L << 30,
            new ClassWeightConfig(ClassWeightConfig.Kind.DECLARED, Map.of("yes", 5.0)));
    Architecture.Layers architecture = layers(network(), balanced, FEATURES, CLASSES);
    try (Shards shards = deal(194, 2);
        RoundRunner weighted = trained(architecture, balanced, shards);
        RoundRunner unweighted = trained(architecture, even, shards)) {
      MultiLayerNetwork stock = StockNetwork.trained(architecture, balanced, CLASSES, shards);

      assertThat(floats(weighted.network().parameters()))
          .isEqualTo(floats(stock.params()))
          .isNotEqualTo(floats(unweighted.network().parameters()));
    }
  }

  @Test
  void rowsOnDiskGiveTheSameBitsAsRowsInMemory() {
    TrainingConfig training = training(2, 2, 5);
    Architecture architecture = layers(network(0.4), training, FEATURES, CLASSES);
    PreparedSplit train = PreparedSplit.of("train", vectors(classRows(331, 1), 3));
    try (Shards memory = Shards.deal(train, CLASSES, 2, 5, 1L << 30);
        Shards files = Shards.deal(train, CLASSES, 2, 5, 0);
        RoundRunner expected = trained(architecture, training, memory);
        RoundRunner found = trained(architecture, training, files)) {
      assertThat(floats(found.network().parameters()))
          .isEqualTo(floats(expected.network().parameters()));
    }
  }

  @Test
  void whatExecutorsHeldCanBeLostBetweenAnyTwoRounds() {
    TrainingConfig training = training(2, 2, 5);
    Architecture.Layers architecture = layers(network(0.4), training, FEATURES, CLASSES);
    try (Shards shards = deal(192, 2);
        RoundRunner undisturbed = trained(architecture, training, shards)) {
      Losses losses = new Losses(shards);
      try (RoundRunner disturbed = runner(architecture, training, shards, losses)) {
        losses.training = disturbed.id();
        disturbed.run(0);
        disturbed.run(1);

        assertThat(losses.rounds).isEqualTo(4);
        assertThat(floats(disturbed.network().parameters()))
            .isEqualTo(floats(undisturbed.network().parameters()));
      }
    }
  }

  @Test
  void workersAreGoneWhenTrainingIsOver() throws InterruptedException {
    TrainingConfig training = training(2, 1, 5);
    Architecture.Layers architecture = layers(network(), training, FEATURES, CLASSES);
    try (Shards shards = deal(64, 2)) {
      RoundRunner ours = trained(architecture, training, shards);
      List<Thread> workers =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("winnow-worker-"))
              .toList();
      assertThat(workers).hasSizeGreaterThanOrEqualTo(2);

      ours.close();

      for (Thread worker : workers) {
        worker.join(20_000);
        assertThat(worker.isAlive()).isFalse();
      }
    }
  }

  /** Takes networks and rows away from the workers after each of the first three rounds. */
  private static final class Losses implements ProgressListener {
    private final Shards shards;
    private String training = "";
    private int rounds;

    private Losses(Shards shards) {
      this.shards = shards;
    }

    @Override
    public void epochEnded(EpochProgress epoch) {
      throw new IllegalStateException("no loop runs");
    }

    @Override
    public void roundEnded(RoundProgress round) {
      rounds++;
      if (rounds <= 3) {
        WorkerSlots.release(training);
        shards.rdd().unpersist(true);
      }
    }
  }

  /** The minibatches that all workers run at once, as one. */
  private static List<DataSet> together(Shards shards, TrainingConfig training, int epoch) {
    List<Shard> local = shards.rdd().collect();
    Minibatches minibatches =
        new Minibatches(training.batch(), training.seed(), epoch, CLASSES, null);
    List<DataSet> together = new ArrayList<>();
    int rounds = new MinibatchPlan(training.batch(), 1, shards.rowsBySlot()).rounds();
    for (int round = 0; round < rounds; round++) {
      List<DataSet> parts = new ArrayList<>();
      for (Shard shard : local) {
        minibatches.of(shard, round, 1, LayerShape.flat(FEATURES)).forEachRemaining(parts::add);
      }
      together.add(DataSet.merge(parts));
    }
    return together;
  }

  private static RoundRunner trained(
      Architecture architecture, TrainingConfig training, Shards shards) {
    RoundRunner runner = runner(architecture, training, shards, epoch -> {});
    for (int epoch = 0; epoch < training.epochs(); epoch++) {
      runner.run(epoch);
    }
    return runner;
  }

  private static RoundRunner runner(
      Architecture architecture,
      TrainingConfig training,
      Shards shards,
      ProgressListener progress) {
    PreparedSplit none = PreparedSplit.empty("validation");
    return new RoundRunner(
        architecture.network(),
        new TrainingTask(network(), training, CLASSES, none, none, null),
        shards,
        Checkpoints.none(),
        new EpochLoop(training, null, shards.rows(), 1, progress),
        progress);
  }

  private static Shards deal(int rows, int workers) {
    PreparedSplit train = PreparedSplit.of("train", vectors(classRows(rows, 1), 3));
    return Shards.deal(train, CLASSES, workers, 5, 1L << 30);
  }

  private static float[] floats(INDArray array) {
    return array == null ? new float[0] : array.dup().data().asFloat();
  }
}
