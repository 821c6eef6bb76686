package io.winnow.network.estimate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.pass.LayerInfo;
import io.winnow.network.estimate.pass.NetworkModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class NetworkFilesTest {
  @TempDir private Path folder;

  @Test
  void aFullyConnectedNetworkTellsItsInput() throws IOException {
    NetworkModel network = read(dense(11, 7, 3), null);

    assertThat(network.layers(Phase.TRAINING, 5))
        .extracting(LayerInfo::parameters)
        .containsExactly(12L * 7, 8L * 3);
  }

  @Test
  void theFolderOfABundleHoldsItsArchitecture() throws IOException {
    Files.writeString(folder.resolve("architecture.json"), dense(11, 7, 3));

    assertThat(NetworkFiles.read(folder, null).layers(Phase.TRAINING, 5)).hasSize(2);
  }

  @Test
  void imagesNeedTheirShape() throws IOException {
    String json = convolution();

    assertThatThrownBy(() -> read(json, null))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("the shape of input 0 is not in the file; give it with --input");
    assertThat(read(json, "3,9,8").layers(Phase.TRAINING, 2).get(0).outputShape())
        .isEqualTo(List.of(2L, 4L, 7L, 6L));
    assertThat(
            read(json.replaceFirst("\\{", "{\"inputShapes\":[[3,9,8]],"), null)
                .layers(Phase.TRAINING, 2))
        .hasSize(1);
  }

  @Test
  void shapesThatContradictEachOtherAreNamed() throws IOException {
    NetworkModel network = read(convolution(), "3,2,2");

    assertThatThrownBy(() -> network.layers(Phase.TRAINING, 2))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("does not fit an input of");
  }

  @ParameterizedTest
  @CsvSource({"'5,9,8', layer0, 'its nIn is 3, not 5'", "'12', layer0, 'its nIn is 11, not 12'"})
  void inputsThatALayerDeclaresOtherwiseAreNamed(String input, String layer, String reason)
      throws IOException {
    NetworkModel network = read(input.contains(",") ? convolution() : dense(11, 7, 3), input);

    assertThatThrownBy(() -> network.layers(Phase.TRAINING, 2))
        .isInstanceOf(WinnowException.class)
        .hasMessageContainingAll("layer " + layer + " does not fit an input of", reason);
  }

  @ParameterizedTest
  @CsvSource({"'0,9,8'", "'-3,9,8'", "'3,9,8,7,6'", "'3;x'"})
  void shapesAreAboveZero(String input) {
    assertThatThrownBy(() -> read(convolution(), input))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("is no shape");
  }

  @ParameterizedTest
  @CsvSource({
    "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
    "com.example.Gadget",
    "javax.script.ScriptEngineManager"
  })
  void aClassThatIsNotAllowedIsNotMade(String name) {
    String json = dense(11, 7, 3).replace("org.deeplearning4j.nn.conf.layers.DenseLayer", name);

    assertThatThrownBy(() -> read(json, null))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("class '" + name + "' is not one of");
  }

  @Test
  void corruptedJsonIsToldWithItsLine() {
    String json = dense(11, 7, 3);

    assertThatThrownBy(() -> read(json.substring(0, json.length() / 2), null))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("not valid JSON at line")
        .hasMessageNotContaining("@class");
    assertThatThrownBy(() -> read("[]", null)).hasMessageContaining("not a JSON object");
    assertThatThrownBy(() -> read("{}", null)).hasMessageContaining("neither confs nor vertices");
  }

  @Test
  void negativeSizesAreRefused() {
    String json = dense(11, 7, 3).replaceAll("\"nout\" : 7", "\"nout\" : -7");

    assertThatThrownBy(() -> read(json, "11"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("is -7; sizes are above 0");
  }

  @Test
  void moreParametersThanAnIntCountsAreRefused() throws IOException {
    NetworkModel network = read(dense(100_000, 30_000, 3), null);
    Dl4jEstimator estimator = new Dl4jEstimator(network, RunSetting.defaults());

    assertThatThrownBy(() -> estimator.estimate(1, DataType.FLOAT32))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("elements of parameters, but Deeplearning4j's updaters index");
  }

  private NetworkModel read(String json, @Nullable String input) throws IOException {
    Path file = folder.resolve("network.json");
    Files.writeString(file, json);
    return NetworkFiles.read(file, input);
  }

  private static String dense(int in, int units, int classes) {
    return new NeuralNetConfiguration.Builder()
        .list()
        .layer(new DenseLayer.Builder().nIn(in).nOut(units).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(units)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build())
        .build()
        .toJson();
  }

  private static String convolution() {
    return new NeuralNetConfiguration.Builder()
        .list()
        .layer(new ConvolutionLayer.Builder(3, 3).nIn(3).nOut(4).build())
        .build()
        .toJson();
  }
}
