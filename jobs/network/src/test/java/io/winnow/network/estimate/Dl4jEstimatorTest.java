package io.winnow.network.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.pass.SequentialNetwork;
import io.winnow.network.estimate.zoo.Zoo;
import io.winnow.network.estimate.zoo.ZooNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class Dl4jEstimatorTest {
  private static final long MIB = 1 << 20;

  @Test
  void theTotalIsTheSumOfItsTerms() {
    Estimate estimate = estimate("residual", RunSetting.defaults());

    assertThat(estimate.terms()).isNotNull();
    assertThat(estimate.bytes(Phase.TRAINING)).isEqualTo(sum(estimate.terms().training()));
    assertThat(estimate.bytes(Phase.INFERENCE)).isEqualTo(sum(estimate.terms().inference()));
    assertThat(estimate.layers().stream().mapToDouble(LayerEstimate::trainingShare).sum())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "Sgd,0",
    "NoOp,0",
    "Nesterovs,1",
    "RmsProp,1",
    "AdaGrad,1",
    "Adam,2",
    "AdaMax,2",
    "Nadam,2",
    "AdaDelta,2",
    "AdaBelief,2",
    "AMSGrad,3"
  })
  void everyUpdaterHasItsState(String updater, int perParameter) throws Exception {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(
                Class.forName("org.nd4j.linalg.learning.config." + updater)
                    .asSubclass(IUpdater.class)
                    .getConstructor()
                    .newInstance())
            .list()
            .layer(new DenseLayer.Builder().nIn(5).nOut(7).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MSE)
                    .nIn(7)
                    .nOut(1)
                    .activation(Activation.IDENTITY)
                    .build())
            .build();

    Estimate estimate = estimate(configuration, InputType.feedForward(5), 3);

    assertThat(estimate.layers())
        .extracting(LayerEstimate::updaterState)
        .containsExactly(42L * perParameter, 8L * perParameter);
  }

  @Test
  void theConvolutionTakesAboutTenTimesWhatTextbooksSay() {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(1e-3))
            .list()
            .layer(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(512)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.RELU)
                    .build())
            .layer(
                new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build())
            .setInputType(InputType.convolutional(128, 128, 256))
            .build();

    Estimate estimate = estimate(configuration, InputType.convolutional(128, 128, 256), 8);

    long columns = 8L * 256 * 9 * 128 * 128 * 4;
    assertThat(estimate.bytes(Phase.TRAINING)).isGreaterThan(3 * columns);
    assertThat(estimate.bytes(Phase.TRAINING) / MIB).isBetween(4_500L, 6_000L);
    assertThat(estimate.layers().get(0).trainingShare()).isGreaterThan(0.8);
  }

  @Test
  void cacheKeepsColumnsAndWithoutWorkspacesEverythingIsDetached() {
    Estimate usual = estimate("convolution2d", RunSetting.defaults());
    Estimate cached =
        estimate("convolution2d", new RunSetting(Workspaces.ENABLED, Cache.DEVICE, Helpers.OFF));
    Estimate loose =
        estimate("convolution2d", new RunSetting(Workspaces.NONE, Cache.NONE, Helpers.OFF));
    Estimate helped =
        estimate("convolution2d", new RunSetting(Workspaces.ENABLED, Cache.NONE, Helpers.ON));

    assertThat(cached.layers().get(0).activations())
        .isGreaterThan(2 * usual.layers().get(0).activations());
    assertThat(loose.terms().training())
        .extracting(MemoryTerm::name)
        .noneMatch(name -> name.startsWith("WS_"));
    assertThat(helped.layers().get(0).workingMemory())
        .isLessThan(usual.layers().get(0).workingMemory() / 2);
  }

  @Test
  void truncatedBackPropagationSeesAPartOfTheSequence() {
    assertThat(lstm(BackpropType.TruncatedBPTT).bytes(Phase.TRAINING))
        .isLessThan(lstm(BackpropType.Standard).bytes(Phase.TRAINING) / 2);
  }

  private static Estimate lstm(BackpropType type) {
    InputType input = InputType.recurrent(16, 200);
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new LSTM.Builder().nOut(64).build())
            .layer(
                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(16)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(input)
            .backpropType(type)
            .tBPTTLength(50)
            .build();
    return estimate(configuration, input, 32);
  }

  @Test
  void theFrameworksOwnReportStandsBesideOrTellsHowItFails() {
    FrameworkReport image = compared("convolution2d");
    FrameworkReport volume = compared("convolution3d");

    assertThat(image.trainingBytes()).isPositive();
    assertThat(image.failure()).isNull();
    assertThat(volume.trainingBytes()).isNull();
    assertThat(volume.failure()).isEqualTo("ClassCastException");
  }

  private static FrameworkReport compared(String name) {
    ZooNetwork network =
        Zoo.networks().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return new Dl4jEstimator(network.model(), RunSetting.defaults())
        .compare(8, DataType.FLOAT32)
        .frameworkReport();
  }

  @Test
  void whatIsNotCoveredIsBoundedAndSaid() {
    InputType input = InputType.convolutional(13, 11, 3);
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new LocallyConnected2D.Builder().kernelSize(3, 3).stride(1, 1).nOut(23).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(5)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(input)
            .build();

    Estimate estimate = estimate(configuration, input, 7);

    assertThat(estimate.layers().get(0).basis()).isEqualTo(Basis.UNCOVERED);
    assertThat(estimate.warnings())
        .singleElement()
        .asString()
        .contains("locallyConnected2D", "not covered");
    assertThat(
            sum(
                estimate.terms().training().stream()
                    .filter(term -> term.name().startsWith("WS_"))
                    .toList()))
        .as("measured: 6.9 MB")
        .isGreaterThan(6_876_390);
  }

  private static Estimate estimate(
      MultiLayerConfiguration configuration, InputType input, int batch) {
    return new Dl4jEstimator(new SequentialNetwork(configuration, input), RunSetting.defaults())
        .estimate(batch, DataType.FLOAT32);
  }

  private static Estimate estimate(String name, RunSetting setting) {
    ZooNetwork network =
        Zoo.networks().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return new Dl4jEstimator(network.model(), setting).estimate(8, DataType.FLOAT32);
  }

  private static long sum(List<MemoryTerm> terms) {
    return terms.stream().mapToLong(MemoryTerm::bytes).sum();
  }
}
