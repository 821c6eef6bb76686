package io.winnow.network.model;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.ClassWeightConfig;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A row that counts n times is a row that stands n times. */
class WeightedFitTest {
  private static final ClassWeightConfig BALANCED =
      new ClassWeightConfig(ClassWeightConfig.Kind.BALANCED, Map.of());
  private static final float[][] ROWS = {{1, -2}, {0.5f, 0.25f}, {-1, 3}};

  @Test
  void aWeightIsARepetition() {
    TrainableNetwork weighted = built(BALANCED);
    TrainableNetwork repeated = built(null);
    float[][] targets = {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}};

    // Weights 3, 0 and 1 of three rows; four rows, of which none is the second.
    float scale = 3f / 4;
    weighted.fit(
        new INDArray[] {Nd4j.create(ROWS)},
        Nd4j.create(new float[][] {{3 * scale, 0, 0}, {0, 0, 0}, {0, scale, 0}}));
    repeated.fit(
        new INDArray[] {Nd4j.create(new float[][] {ROWS[0], ROWS[0], ROWS[0], ROWS[2]})},
        Nd4j.create(new float[][] {targets[0], targets[0], targets[0], targets[2]}));

    assertThat(weighted.loss()).isCloseTo(repeated.loss(), within(1e-6));
    assertThat(weighted.parameters().dup().data().asFloat())
        .containsExactly(repeated.parameters().dup().data().asFloat(), within(1e-6f));
    assertThat(weighted.parameters().dup().data().asFloat())
        .isNotEqualTo(built(null).parameters().dup().data().asFloat());
  }

  @Test
  void theLossThatCountsWeightsSurvivesItsJson() {
    Architecture written = built(BALANCED).architecture();

    assertThat(ArchitectureJson.parse(written.toJson()).toJson()).isEqualTo(written.toJson());
    assertThat(written.toJson()).contains("\"weights\"");
  }

  private static TrainableNetwork built(ClassWeightConfig weights) {
    TrainingConfig plain = training(UpdaterName.SGD, null);
    TrainingConfig weighted =
        new TrainingConfig(
            plain.engine(),
            plain.workers(),
            plain.averagingFrequency(),
            plain.batch(),
            plain.epochs(),
            plain.seed(),
            plain.updater(),
            null,
            plain.checkpoint(),
            plain.gpu(),
            null,
            plain.maxShardBytes(),
            weights);
    return new ArchitectureFactory(network(dense(4, ActivationName.TANH), output()), weighted)
        .architecture(2, CLASSES)
        .network();
  }
}
