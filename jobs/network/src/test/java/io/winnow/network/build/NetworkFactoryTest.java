package io.winnow.network.build;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.TARGET;
import static io.winnow.network.TestNetworks.convolution2d;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.image;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.lstm;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LossName;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.PoolingKind;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class NetworkFactoryTest {

  @Test
  void classesDecideWhatTheOutputLeavesOpen() {
    OutputLayer output = outputOf(configuration(network(output()), CLASSES));

    assertThat(output.getNOut()).isEqualTo(3);
    assertThat(output.getActivationFn()).isInstanceOf(ActivationSoftmax.class);
    assertThat(output.getLossFn()).isInstanceOf(LossMCXENT.class);
  }

  @Test
  void regressionDecidesWhatTheOutputLeavesOpen() {
    OutputLayer output = outputOf(configuration(network(output()), TARGET));

    assertThat(output.getNOut()).isEqualTo(1);
    assertThat(output.getActivationFn()).isInstanceOf(ActivationIdentity.class);
    assertThat(output.getLossFn()).isInstanceOf(LossMSE.class);
    assertThat(
            outputOf(configuration(network(declared(null, null, LossName.MAE)), TARGET))
                .getLossFn())
        .isInstanceOf(LossMAE.class);
  }

  @Test
  void refusesAnOutputThatContradictsTheTask() {
    assertRefused(
        network(dense(4, ActivationName.RELU), declared(2, null, null)),
        CLASSES,
        "network.layers[1].units: 2, but label 'kind' needs 3 (one per class); remove the key or"
            + " correct it");
    assertRefused(
        network(declared(3, null, null)),
        TARGET,
        "network.layers[0].units: 3, but label 'price' needs 1 (a regression has one output);"
            + " remove the key or correct it");
    assertRefused(
        network(declared(null, ActivationName.SOFTMAX, LossName.MSE)),
        CLASSES,
        "network.layers[0].loss: does not fit a classification; remove the key or use"
            + " crossEntropy");
    assertRefused(
        network(declared(null, ActivationName.SIGMOID, null)),
        CLASSES,
        "network.layers[0].activation: does not fit a classification; remove the key or use"
            + " softmax");
    assertRefused(
        network(declared(null, ActivationName.SOFTMAX, null)),
        TARGET,
        "network.layers[0].activation: does not fit a regression; remove the key or use identity");
    assertRefused(
        network(declared(null, null, LossName.CROSS_ENTROPY)),
        TARGET,
        "network.layers[0].loss: does not fit a regression; remove the key or use mse");
  }

  @Test
  void refusesAnOutputInTheMiddleOrNoneAtTheEnd() {
    assertRefused(
        network(output(), dense(2, ActivationName.RELU)),
        CLASSES,
        "network.layers[0]: an output layer stands before the end; only the last layer may be one");
    assertRefused(
        network(dense(2, ActivationName.RELU)),
        CLASSES,
        "network.layers: the last layer is no output layer; add {type: output} at the end");
  }

  @Test
  void refusesAnInputThatThePreparedDataDoesNotHave() {
    assertRefused(
        new NetworkConfig(new InputConfig(9, null, null, null, null, null), List.of(output())),
        CLASSES,
        "network.input.features: 9, but the prepared data has 5 features; remove the key or correct"
            + " it");
    assertRefused(
        new NetworkConfig(image(1, null, 3, 2), List.of(output())),
        CLASSES,
        "network.input: 1 x 3 x 2 are 6 values, but the prepared data has 5 features; correct the"
            + " shape, or give every value a column");
    assertRefused(
        new NetworkConfig(new InputConfig(null, null, null, null, 5, 1), List.of(output())),
        CLASSES,
        "network.input: depth, height or width without channels; add channels, 1 for grey images");
    assertRefused(
        new NetworkConfig(new InputConfig(5, 1, 1, null, 5, 1), List.of(output())),
        CLASSES,
        "network.input: channels beside features or steps; keep those of an image or those of a"
            + " sequence");
    assertRefused(
        new NetworkConfig(new InputConfig(null, 5, null, null, null, null), List.of(output())),
        CLASSES,
        "network.input: steps without features; add the features of one step");
  }

  @Test
  void refusesLayersThatDoNotFitTheShapeBeforeThem() {
    InputConfig sequence = new InputConfig(1, 5, null, null, null, null);
    assertRefused(
        network(convolution2d(8, 3, 1, Padding.SAME, BiasCount.IGNORED), output()),
        CLASSES,
        "network.layers[0]: convolution2d over an input of 0 extents; give network.input channels"
            + " without depth, height and width");
    assertRefused(
        new NetworkConfig(image(1, null, 5, 1), List.of(lstm(4, Returns.LAST), output())),
        CLASSES,
        "network.layers[0]: lstm over an input of 2 extents; give network.input features and"
            + " steps");
    assertRefused(
        new NetworkConfig(sequence, List.of(lstm(4, Returns.SEQUENCE), output())),
        CLASSES,
        "network.layers[1]: output over a sequence; set returns: last on the layer before it, or"
            + " put globalPooling between them");
    assertRefused(
        network(new GlobalPoolingConfig(null, PoolingKind.MAX), output()),
        CLASSES,
        "network.layers[0]: globalPooling over an input of 0 extents; give network.input channels,"
            + " height and width, or features and steps");
    assertRefused(
        new NetworkConfig(sequence, List.of(new BatchNormConfig(null, 0.9, 1e-5), output())),
        CLASSES,
        "network.layers[0]: batchNorm over a sequence or a volume; put it where shapes are"
            + " flat, or over images");
  }

  @Test
  void refusesANameThatStandsTwice() {
    DenseConfig named =
        new DenseConfig("hidden", 3, ActivationName.RELU, WeightInitName.XAVIER, 0, 0, 0, 0);

    assertRefused(
        network(named, named, output()),
        CLASSES,
        "network.layers[1].name: 'hidden' stands twice; give every layer its own name");
  }

  @Test
  void namesLayersByTypeAndPosition() {
    MultiLayerConfiguration configuration =
        configuration(network(dense(4, ActivationName.RELU), output()), CLASSES);

    assertThat(configuration.getConf(0).getLayer().getLayerName()).isEqualTo("dense1");
    assertThat(configuration.getConf(1).getLayer().getLayerName()).isEqualTo("output2");
  }

  @Test
  void sameSeedGivesTheSameParameters() {
    NetworkConfig network = network(dense(7, ActivationName.TANH), output());

    float[] first = parameters(network);
    assertThat(parameters(network)).isEqualTo(first);
    assertThat(first).isNotEqualTo(new float[first.length]);
  }

  @ParameterizedTest
  @CsvSource({
    "ZERO, 0", "XAVIER, 0.0028571", "XAVIER_UNIFORM, 0.0028571", "RELU, 0.005",
    "RELU_UNIFORM, 0.005", "LECUN_NORMAL, 0.0025", "LECUN_UNIFORM, 0.0025", "NORMAL, 0.0025",
    "UNIFORM, 0.00083333"
  })
  void weightsHaveTheVarianceOfTheirDistribution(WeightInitName name, double variance) {
    DenseConfig layer = new DenseConfig(null, 300, ActivationName.RELU, name, 0.5, 0, 0, 0);
    MultiLayerNetwork net =
        initialised(network(layer, output()), training(UpdaterName.ADAM, null), 400, CLASSES);

    INDArray weights = net.getLayer(0).getParam("W");
    assertThat(weights.varNumber().doubleValue()).isCloseTo(variance, within(variance * 0.03));
    assertThat(net.getLayer(0).getParam("b").toFloatVector()).containsOnly(0.5f);
  }

  @Test
  void dropoutIsTheShareOfInputsSetToZero() {
    DenseConfig dropping =
        new DenseConfig(null, 1, ActivationName.IDENTITY, WeightInitName.ONES, 0, 0.3, 0, 0);
    MultiLayerNetwork net =
        initialised(network(dropping, output()), training(UpdaterName.SGD, null), 1, TARGET);
    INDArray ones = Nd4j.ones(20_000, 1);

    float[] trained = net.feedForwardToLayer(0, ones, true).get(1).dup().data().asFloat();
    float[] inferred = net.feedForwardToLayer(0, ones, false).get(1).dup().data().asFloat();

    int zeros = 0;
    for (float value : trained) {
      assertThat(value).isIn(0f, 1 / 0.7f);
      zeros += value == 0 ? 1 : 0;
    }
    assertThat(zeros / 20_000.0).isCloseTo(0.3, within(0.015));
    assertThat(inferred).containsOnly(1f);
  }

  private static OutputLayerConfig declared(
      Integer units, ActivationName activation, LossName loss) {
    return new OutputLayerConfig(null, units, activation, loss, WeightInitName.XAVIER, 0, 0, 0, 0);
  }

  private static MultiLayerConfiguration configuration(NetworkConfig network, FittedLabel label) {
    return new NetworkFactory(network, training(UpdaterName.ADAM, null)).configuration(5, label);
  }

  private static OutputLayer outputOf(MultiLayerConfiguration configuration) {
    int last = configuration.getConfs().size() - 1;
    return (OutputLayer) configuration.getConf(last).getLayer();
  }

  private static float[] parameters(NetworkConfig network) {
    return initialised(network, training(UpdaterName.ADAM, null), 5, CLASSES)
        .params()
        .dup()
        .data()
        .asFloat();
  }

  private static void assertRefused(NetworkConfig network, FittedLabel label, String message) {
    assertThatThrownBy(() -> configuration(network, label))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(message);
  }
}
