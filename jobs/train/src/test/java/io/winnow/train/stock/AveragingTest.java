package io.winnow.train.stock;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.layers;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.SchedulePer;
import io.winnow.core.config.ScheduleType;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.train.HandAveraging;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.feed.Shard;
import io.winnow.train.feed.Shards;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What averaging computes, and that it depends on nothing else. */
class AveragingTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");

  static Stream<TrainingConfig> trainings() {
    ScheduleConfig everyIteration =
        new ScheduleConfig(ScheduleType.EXPONENTIAL, SchedulePer.ITERATION, 0.9, 1);
    ScheduleConfig everyEpoch = new ScheduleConfig(ScheduleType.INVERSE, SchedulePer.EPOCH, 2, 1);
    return Stream.of(
        training(2, 2, 5),
        training(3, 2, 5),
        training(1, 2, 5),
        training(2, 3, 5, updater(UpdaterName.SGD, everyIteration), null),
        training(2, 3, 5, updater(UpdaterName.SGD, everyEpoch), null),
        training(2, 2, 5, updater(UpdaterName.NESTEROVS, null), null));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void equalsAveragingByHandBitForBit(TrainingConfig training) {
    PreparedSplit train = PreparedSplit.of("train", vectors(classRows(331, 1), 3));
    HandAveraging hand =
        new HandAveraging(
            layers(network(), training, FEATURES, CLASSES), training, HandAveraging.Mean.PLAIN);
    float[] expected = {};
    try (Shards shards =
        Shards.deal(train, CLASSES, training.workers(), training.seed(), 1L << 30)) {
      List<Shard> local = shards.rdd().collect();
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        expected = hand.epoch(epoch, local, CLASSES);
      }
    }

    assertThat(train(training, 0, train).network().parameters()).isEqualTo(expected);
  }

  @Test
  void isTheSameForAnyPartitioningAndEveryRepetition() {
    List<Row> rows = classRows(331, 1);
    TrainingConfig training = training(3, 2, 5);
    float[] expected = parameters(training, rows, 1);

    for (int partitions : new int[] {1, 3, 7}) {
      assertThat(parameters(training, rows, partitions)).isEqualTo(expected);
    }
    assertThat(parameters(training(3, 2, 6), rows, 1)).isNotEqualTo(expected);
    assertThat(parameters(training(2, 2, 5), rows, 1)).isNotEqualTo(expected);
  }

  @Test
  void aScheduleByEpochsStopsMovementWhenTheRateIsGone() {
    ScheduleConfig vanishing = new ScheduleConfig(ScheduleType.STEP, SchedulePer.EPOCH, 1e-12, 1);
    PreparedSplit train = PreparedSplit.of("train", vectors(classRows(200, 1), 2));

    float[] one =
        train(training(2, 1, 5, updater(UpdaterName.SGD, vanishing), null), 0, train)
            .network()
            .parameters();
    float[] three =
        train(training(2, 3, 5, updater(UpdaterName.SGD, vanishing), null), 0, train)
            .network()
            .parameters();
    float[] constant =
        train(training(2, 3, 5, updater(UpdaterName.SGD, null), null), 0, train)
            .network()
            .parameters();

    assertThat(three).isEqualTo(one);
    assertThat(constant).isNotEqualTo(one);
  }

  private static float[] parameters(TrainingConfig training, List<Row> rows, int partitions) {
    // Dropout, since its masks are what a thread's random numbers would spoil.
    return train(training, 0.4, PreparedSplit.of("train", vectors(rows, partitions)))
        .network()
        .parameters();
  }

  private static TrainingResult train(
      TrainingConfig training, double dropout, PreparedSplit train) {
    return new StockTrainer()
        .train(
            new TrainingTask(network(dropout), training, CLASSES, train, NONE, null), epoch -> {});
  }

  private static UpdaterConfig updater(UpdaterName name, ScheduleConfig schedule) {
    return new UpdaterConfig(name, 0.05, 0.9, schedule);
  }
}
