package io.winnow.network.build;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.convolution2d;
import static io.winnow.network.TestNetworks.convolution3d;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.image;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.lstm;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.Pooling3dConfig;
import io.winnow.core.config.network.PoolingKind;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.SimpleRnnConfig;
import io.winnow.core.config.network.WeightInitName;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Networks over images, volumes and sequences: parameters counted by hand, shapes of outputs. */
class ShapedNetworkTest {
  private static final InputConfig SEQUENCE = new InputConfig(3, 5, null, null, null, null);

  @Test
  void lenetHasTheParametersOfThePaperWithFullConnections() {
    MultiLayerNetwork net =
        built(
            image(1, null, 28, 28),
            784,
            convolution2d(6, 5, 1, Padding.SAME, BiasCount.IGNORED),
            new Pooling2dConfig(null, PoolingKind.AVERAGE, 2, 2, Padding.VALID),
            convolution2d(16, 5, 1, Padding.VALID, BiasCount.IGNORED),
            new Pooling2dConfig(null, PoolingKind.MAX, 2, 2, Padding.VALID),
            dense(120, ActivationName.TANH),
            dense(84, ActivationName.TANH),
            output());

    assertThat(parameters(net))
        .containsExactly(6L * 26, 0L, 16L * 151, 0L, 401L * 120, 121L * 84, 85L * 3);
    assertThat(net.output(Nd4j.rand(DataType.FLOAT, 2, 1, 28, 28)).shape()).containsExactly(2, 3);
    assertThat(net.getLayerWiseConfigurations().getInputPreProcess(0)).isNull();
  }

  @Test
  void volumesAreConvolvedAndPooled() {
    MultiLayerNetwork net =
        built(
            image(2, 6, 8, 4),
            384,
            convolution3d(4, 3, 1, Padding.SAME),
            new Pooling3dConfig(null, PoolingKind.MAX, 2, 2, Padding.VALID),
            new GlobalPoolingConfig(null, PoolingKind.AVERAGE),
            new BatchNormConfig(null, 0.8, 1e-3),
            output());

    assertThat(parameters(net)).containsExactly(4L * (2 * 27 + 1), 0L, 0L, 16L, 15L);
    assertThat(net.output(Nd4j.rand(DataType.FLOAT, 2, 2, 6, 8, 4)).shape()).containsExactly(2, 3);
  }

  @Test
  void recurrentLayersPassOnTheLastStepOrAll() {
    MultiLayerNetwork net =
        built(
            SEQUENCE,
            15,
            new SimpleRnnConfig(
                null, 7, ActivationName.TANH, WeightInitName.XAVIER, Returns.SEQUENCE, 0, 0, 0),
            lstm(4, Returns.LAST),
            output());
    MultiLayerNetwork pooled =
        built(
            SEQUENCE,
            15,
            lstm(4, Returns.SEQUENCE),
            new GlobalPoolingConfig(null, PoolingKind.MAX),
            output());

    // In, recurrent and bias; four gates.
    assertThat(parameters(net)).containsExactly(7L * (3 + 7 + 1), 4L * 4 * (7 + 4 + 1), 15L);
    assertThat(net.output(Nd4j.rand(DataType.FLOAT, 2, 3, 5)).shape()).containsExactly(2, 3);
    assertThat(parameters(pooled)).containsExactly(4L * 4 * (3 + 4 + 1), 0L, 15L);
    assertThat(pooled.output(Nd4j.rand(DataType.FLOAT, 2, 3, 5)).shape()).containsExactly(2, 3);
  }

  @Test
  void initialWeightsFollowTheInputsOfAKernel() {
    Convolution2dConfig layer =
        new Convolution2dConfig(
            "c",
            64,
            3,
            1,
            Padding.SAME,
            BiasCount.IGNORED,
            ActivationName.RELU,
            WeightInitName.LECUN_UNIFORM,
            0.25,
            0,
            0,
            0);
    MultiLayerNetwork net = built(image(16, null, 2, 2), 64, layer, output());

    assertThat(net.getLayer(0).getParam("W").varNumber().doubleValue())
        .isCloseTo(1.0 / (16 * 9), within(0.03 / (16 * 9)));
    assertThat(net.getLayer(0).getParam("b").toFloatVector()).containsOnly(0.25f);
    assertThat(net.getLayer(0).conf().getLayer().getLayerName()).isEqualTo("c");
  }

  private static List<Long> parameters(MultiLayerNetwork net) {
    return Arrays.stream(net.getLayers()).map(Layer::numParams).toList();
  }

  private static MultiLayerNetwork built(InputConfig input, int features, LayerConfig... layers) {
    return initialised(
        new NetworkConfig(input, List.of(layers)),
        training(UpdaterName.ADAM, null),
        features,
        CLASSES);
  }
}
