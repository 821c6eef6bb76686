package io.winnow.network.build;

import static io.winnow.network.TestNetworks.TARGET;
import static io.winnow.network.TestNetworks.floats;
import static io.winnow.network.TestNetworks.golden;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.SchedulePer;
import io.winnow.core.config.ScheduleType;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.failure.WinnowException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Four steps of y = w x + b against the papers' formulas; see {@code golden/updaters.py}. */
class UpdatersTest {
  private static final JsonNode GOLDEN = golden("updaters.json");

  @ParameterizedTest
  @EnumSource
  void updaterFollowsItsFormula(UpdaterName name) {
    assertTrajectory(name, null, 0, 0, GOLDEN.get("updaters").get(name.name()));
  }

  @ParameterizedTest
  @EnumSource
  void scheduleLowersTheRatePerIteration(ScheduleType type) {
    assertTrajectory(
        UpdaterName.SGD,
        new ScheduleConfig(type, SchedulePer.ITERATION, 0.5, 2),
        0,
        0,
        GOLDEN.get("schedules").get(type.name()));
  }

  @Test
  void schedulePerEpochLeavesIterationsAlone() {
    assertTrajectory(
        UpdaterName.SGD,
        new ScheduleConfig(ScheduleType.EXPONENTIAL, SchedulePer.EPOCH, 0.5, 2),
        0,
        0,
        GOLDEN.get("updaters").get("SGD"));
  }

  @Test
  void penaltiesPullWeightsButNotBiases() {
    assertTrajectory(UpdaterName.SGD, null, 0.3, 0, GOLDEN.get("penalties").get("l1"));
    assertTrajectory(UpdaterName.SGD, null, 0, 0.3, GOLDEN.get("penalties").get("l2"));
  }

  @Test
  void adaGradTakesNoSchedule() {
    ScheduleConfig schedule = new ScheduleConfig(ScheduleType.STEP, SchedulePer.EPOCH, 0.5, 2);

    assertThatThrownBy(() -> Updaters.of(new UpdaterConfig(UpdaterName.ADA_GRAD, 0.1, 0, schedule)))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.updater.schedule: adaGrad takes none, its rates fall by themselves; remove"
                + " the key or use another updater");
  }

  private static void assertTrajectory(
      UpdaterName updater, ScheduleConfig schedule, double l1, double l2, JsonNode expected) {
    OutputLayerConfig output =
        new OutputLayerConfig(null, null, null, null, WeightInitName.ZERO, 0, 0, l1, l2);
    MultiLayerNetwork net = initialised(network(output), training(updater, schedule), 1, TARGET);
    net.setParams(Nd4j.createFromArray(floats(GOLDEN.get("start"))).reshape(1, 2));
    INDArray x = Nd4j.createFromArray(floats(GOLDEN.get("x"))).reshape(2, 1);
    INDArray y = Nd4j.createFromArray(floats(GOLDEN.get("y"))).reshape(2, 1);

    assertThat(expected).isNotEmpty();
    for (JsonNode step : expected) {
      net.fit(x, y);
      float[] actual = net.params().dup().data().asFloat();
      for (int i = 0; i < 2; i++) {
        double parameter = step.get(i).doubleValue();
        assertThat((double) actual[i])
            .isCloseTo(parameter, within(2e-5 * Math.max(1, Math.abs(parameter))));
      }
    }
  }
}
