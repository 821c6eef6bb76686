package io.winnow.network.infer;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.snapshot;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PredictorTest {
  private static final int FEATURES = 105;

  private final MultiLayerNetwork network =
      initialised(
          network(dense(64, ActivationName.RELU), dense(33, ActivationName.TANH), output()),
          training(UpdaterName.ADAM, null),
          FEATURES,
          CLASSES);
  private final Predictor predictor = new Predictor(snapshot(network));

  @Test
  void givesWhatTheNetworkGives() {
    float[] rows = rows(10);
    INDArray input = Nd4j.create(rows, new long[] {10, FEATURES}, 'c');

    float[] expected = network.output(input).dup('c').data().asFloat();

    assertThat(predictor.predict(rows, 10)).containsExactly(expected, within(1e-6f));
    assertThat(predictor.outputs()).isEqualTo(3);
  }

  @Test
  void predictionOfARowDependsOnNoOtherRow() {
    int count = 40;
    float[] rows = rows(count);
    float[] together = predictor.predict(rows, count);
    float[] others = rows(count);
    for (int i = 0; i < others.length; i++) {
      boolean last = i >= others.length - FEATURES;
      others[i] = last ? others[i] : -3 * others[i];
    }

    float[] withOthers = predictor.predict(others, count);

    int last = (count - 1) * 3;
    assertThat(Arrays.copyOfRange(withOthers, last, last + 3))
        .isEqualTo(Arrays.copyOfRange(together, last, last + 3));
    assertThat(withOthers[0]).isNotEqualTo(together[0]);
  }

  @Test
  void refusesRowsOfAnotherLength() {
    assertThatThrownBy(() -> predictor.predict(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 features given, the network takes 105");
    assertThatThrownBy(() -> predictor.predict(rows(2), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "3 rows asked of an array of 210 values; at most 256 rows of 105 features go at once");
  }

  private static float[] rows(int count) {
    Random random = new Random(3);
    float[] rows = new float[count * FEATURES];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}
