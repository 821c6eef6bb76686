package io.winnow.network.build;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.floats;
import static io.winnow.network.TestNetworks.golden;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Outputs against numpy; see {@code golden/activations.py}. */
class ForwardPassTest {
  private static final JsonNode GOLDEN = golden("activations.json");

  @ParameterizedTest
  @EnumSource
  void activationEqualsNumpy(ActivationName name) {
    INDArray inputs = Nd4j.createFromArray(floats(GOLDEN.get("inputs"))).reshape(1, -1);

    INDArray outputs = Activations.of(name).getActivationFunction().getActivation(inputs, false);

    assertThat(outputs.dup().data().asFloat())
        .containsExactly(floats(GOLDEN.get("outputs").get(name.name())), within(1e-6f));
  }

  @Test
  void threeLayersEqualNumpy() {
    JsonNode forward = GOLDEN.get("forward");
    MultiLayerNetwork net =
        initialised(
            network(dense(5, ActivationName.RELU), dense(4, ActivationName.TANH), output()),
            training(UpdaterName.ADAM, null),
            3,
            CLASSES);
    for (int i = 0; i < 3; i++) {
      JsonNode layer = forward.get("layers").get(i);
      net.getLayer(i).setParam("W", matrix(layer.get("weights")));
      net.getLayer(i).setParam("b", Nd4j.createFromArray(floats(layer.get("bias"))).reshape(1, -1));
    }

    float[] outputs = net.output(matrix(forward.get("rows"))).dup('c').data().asFloat();

    assertThat(outputs)
        .containsExactly(matrix(forward.get("outputs")).data().asFloat(), within(2e-6f));
  }

  private static INDArray matrix(JsonNode rows) {
    float[][] values = new float[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats(rows.get(i));
    }
    return Nd4j.create(values);
  }
}
