package io.winnow.network.estimate;

import static io.winnow.network.TestNetworks.convolution2d;
import static io.winnow.network.TestNetworks.convolution3d;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.image;
import static io.winnow.network.TestNetworks.lstm;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.Json;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.PoolingKind;
import io.winnow.core.config.network.Returns;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextbookEstimatorTest {
  private static final NetworkConfig WORKED_EXAMPLE =
      ConfigLoader.loadNetwork(Path.of("../../conf/examples/textbook-conv.yaml"));

  @Test
  void reproducesTheWorkedExampleToTheDigit() {
    Estimate estimate = estimate(WORKED_EXAMPLE, 8);

    assertThat(estimate.total().parametersWithGradient())
        .isEqualTo(new MemorySize(2_359_296, 9_437_184));
    assertThat(estimate.total().training()).isEqualTo(new MemorySize(136_577_024, 546_308_096));
    assertThat(estimate.total().inference()).isEqualTo(new MemorySize(10_747_904, 42_991_616));
    assertThat(estimate.bytes(Phase.TRAINING) >> 20).isEqualTo(521);
    assertThat(estimate.bytes(Phase.INFERENCE) >> 20).isEqualTo(41);
    assertThat(estimate.layers())
        .containsExactly(
            new LayerEstimate(
                "conv",
                "convolution2d",
                List.of(8L, 512L, 128L, 128L),
                1_179_648,
                1_179_648,
                0,
                67_108_864,
                67_108_864,
                0,
                136_577_024,
                10_747_904,
                null,
                null,
                Basis.FORMULA));
  }

  @Test
  void writesTheJsonOfItsSchema() throws IOException {
    JsonNode json = Json.MAPPER.readTree(estimate(WORKED_EXAMPLE, 8).json());

    try (InputStream schema =
        getClass().getResourceAsStream("/io/winnow/schemas/estimate.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(json))
          .isEmpty();
    }
    assertThat(json.get("model").textValue()).isEqualTo("textbook");
    assertThat(json.get("dtype").textValue()).isEqualTo("float32");
    assertThat(json.at("/total/training/elements").longValue()).isEqualTo(136_577_024);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("schemaVersion", "model", "batch", "dtype", "layers", "total");
  }

  @Test
  void tableNamesFiguresAndWhatTheyLeaveOut() {
    String training = estimate(WORKED_EXAMPLE, 8).table(Phase.TRAINING);
    String inference = estimate(WORKED_EXAMPLE, 8).table(Phase.INFERENCE);

    assertThat(training)
        .contains("conv", "8x512x128x128", "1,179,648", "136,577,024", "521.0 MiB", "9.0 MiB");
    assertThat(estimate(WORKED_EXAMPLE, 8).notes())
        .contains("training 2*P + N*2*O, inference 2*P + O");
    assertThat(inference.lines().skip(1).findFirst().orElseThrow()).contains("41.0 MiB");
  }

  @ParameterizedTest
  @CsvSource({"FLOAT16, 2", "FLOAT32, 4", "FLOAT64, 8"})
  void bytesFollowTheDataType(DataType type, int bytes) {
    Estimate estimate = new TextbookEstimator(WORKED_EXAMPLE, null, null).estimate(1, type);

    assertThat(estimate.total().inference().bytes())
        .isEqualTo(estimate.total().inference().elements() * bytes);
  }

  @Test
  void countsDenseLayersByInTimesOut() {
    Estimate estimate =
        new TextbookEstimator(network(dense(64, ActivationName.RELU), output()), 105, 2)
            .estimate(32, DataType.FLOAT32);

    // 105 * 64 + 64 * 2 weights, 64 + 2 outputs.
    assertThat(estimate.total().parametersWithGradient().elements()).isEqualTo(2 * 6_848);
    assertThat(estimate.total().training().elements()).isEqualTo(2 * 6_848 + 32 * 2 * 66);
    assertThat(estimate.total().inference().elements()).isEqualTo(2 * 6_848 + 66);
    assertThat(estimate.layers().get(1).outputShape()).containsExactly(32L, 2L);
  }

  @Test
  void countsThreeExtentsAndFlattensBeforeADenseLayer() {
    Convolution3dConfig convolution = convolution3d(4, 3, 2, Padding.VALID);
    NetworkConfig network = shaped(2, 9, 11, 7, convolution, dense(10, ActivationName.RELU));

    Estimate estimate = estimate(network, 5);

    assertThat(estimate.layers().get(0).parameters()).isEqualTo(4 * 2 * 27);
    assertThat(estimate.layers().get(0).outputShape()).containsExactly(5L, 4L, 4L, 5L, 3L);
    assertThat(estimate.layers().get(1).parameters()).isEqualTo(4 * 4 * 5 * 3 * 10);
  }

  @Test
  void countsPoolingNormalisationAndRecurrentLayers() {
    Estimate image =
        estimate(
            shaped(
                3,
                null,
                9,
                9,
                new BatchNormConfig(null, 0.9, 1e-5),
                new Pooling2dConfig(null, PoolingKind.MAX, 2, 2, Padding.VALID),
                new GlobalPoolingConfig(null, PoolingKind.AVERAGE)),
            2);
    Estimate sequence =
        estimate(
            new NetworkConfig(
                new InputConfig(5, 7, null, null, null, null),
                List.of(lstm(4, Returns.SEQUENCE), lstm(3, Returns.LAST))),
            2);

    assertThat(image.layers()).extracting(LayerEstimate::parameters).containsExactly(6L, 0L, 0L);
    assertThat(image.layers())
        .extracting(LayerEstimate::outputShape)
        .containsExactly(List.of(2L, 3L, 9L, 9L), List.of(2L, 3L, 4L, 4L), List.of(2L, 3L));
    assertThat(sequence.layers())
        .extracting(LayerEstimate::parameters)
        .containsExactly(4L * 4 * (5 + 4), 4L * 3 * (4 + 3));
    assertThat(sequence.layers())
        .extracting(LayerEstimate::outputShape)
        .containsExactly(List.of(2L, 4L, 7L), List.of(2L, 3L));
  }

  @Test
  void countsABiasAsTheTextbookDoes() {
    Convolution2dConfig counted = convolution2d(512, 3, 1, Padding.SAME, BiasCount.COUNTED);
    NetworkConfig network = shaped(256, null, 128, 128, counted);

    assertThat(estimate(network, 8).layers().get(0).parameters()).isEqualTo(512 * 256 * 10);
  }

  @ParameterizedTest
  @CsvSource({"SAME, 1, 10", "SAME, 3, 4", "VALID, 1, 8", "VALID, 3, 3"})
  void outputExtentFollowsPaddingAndStride(Padding padding, int stride, long extent) {
    Convolution2dConfig convolution = convolution2d(1, 3, stride, padding, BiasCount.IGNORED);

    assertThat(estimate(shaped(1, null, 10, 10, convolution), 1).layers().get(0).outputShape())
        .containsExactly(1L, 1L, extent, extent);
  }

  @Test
  void refusesWhatNothingTells() {
    assertRefused(
        network(output()),
        "network.input: missing, and there is no prepared data to take it from; add input:"
            + " {features: N} or channels, height and width");
    assertRefused(
        new NetworkConfig(new InputConfig(4, null, null, null, null, null), List.of(output())),
        "network.layers[0].units: missing, and there is no prepared data to count the classes of;"
            + " add it");
    assertRefused(
        shaped(1, null, 10, 10, convolution3d(1, 3, 1, Padding.SAME)),
        "network.layers[0]: convolution3d over an input of 2 extents; give network.input channels,"
            + " depth, height and width");
    assertRefused(
        shaped(1, null, 2, 10, convolution2d(1, 3, 1, Padding.VALID, BiasCount.IGNORED)),
        "network.layers[0].kernel: 3 is larger than the input's extent 2; use a smaller kernel or"
            + " padding: same");
  }

  private static Estimate estimate(NetworkConfig network, int batch) {
    return new TextbookEstimator(network, null, null).estimate(batch, DataType.FLOAT32);
  }

  private static NetworkConfig shaped(
      int channels, Integer depth, int height, int width, LayerConfig... layers) {
    return new NetworkConfig(image(channels, depth, height, width), List.of(layers));
  }

  private static void assertRefused(NetworkConfig network, String message) {
    assertThatThrownBy(() -> estimate(network, 1))
        .isInstanceOf(WinnowException.class)
        .hasMessage(message);
  }
}
