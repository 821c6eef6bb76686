package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.stock.StockTrainer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmStartTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");
  // Too slow to change any parameter by much.
  private static final UpdaterConfig CREEPING = new UpdaterConfig(UpdaterName.SGD, 1e-7, 0.9, null);

  private TrainingResult before;

  @BeforeAll
  void train() {
    before = train(training(2, 6, 5), network(), null);
  }

  @Test
  void goesOnFromTheParametersOfAnotherNetwork() {
    TrainingConfig creeping = training(2, 1, 77, CREEPING, null);
    for (Engine engine : Engine.values()) {
      TrainingResult after =
          engine == Engine.ROUNDS
              ? train(creeping, network(0.4), before.network())
              : new StockTrainer().train(task(creeping, network(0.4), before.network()), e -> {});

      float[] begun = before.network().parameters();
      assertThat(after.network().parameters()).hasSameSizeAs(begun).isNotEqualTo(begun);
      for (int i = 0; i < begun.length; i++) {
        assertThat(after.network().parameters()[i]).isCloseTo(begun[i], within(1e-4f));
      }
    }
  }

  @Test
  void refusesTheParametersOfOtherLayers() {
    DenseConfig other =
        new DenseConfig(null, 16, ActivationName.RELU, WeightInitName.XAVIER, 0, 0, 0, 0);
    NetworkConfig rectified = new NetworkConfig(null, List.of(other, network().layers().get(1)));

    assertThatThrownBy(() -> train(training(2, 1, 5), rectified, before.network()))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "training.warmStart: its network has other layers than this pipeline declares; declare"
                + " the same, or remove the key");
  }

  private static TrainingResult train(
      TrainingConfig training, NetworkConfig network, NetworkSnapshot start) {
    return new RoundTrainer(Checkpoints.none()).train(task(training, network, start), epoch -> {});
  }

  private static TrainingTask task(
      TrainingConfig training, NetworkConfig network, NetworkSnapshot start) {
    PreparedSplit train = PreparedSplit.of("train", vectors(classRows(192, 1), 2));
    return new TrainingTask(network, training, CLASSES, train, NONE, start);
  }
}
