package io.winnow.network.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.network.estimate.layer.Execution;
import io.winnow.network.estimate.layer.Helpers;
import io.winnow.network.estimate.pass.LayerInfo;
import io.winnow.network.estimate.pass.PassResult;
import io.winnow.network.estimate.pass.PassSetting;
import io.winnow.network.estimate.workspace.Workspace;
import io.winnow.network.estimate.zoo.Measurement;
import io.winnow.network.estimate.zoo.Zoo;
import io.winnow.network.estimate.zoo.ZooNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulated workspaces against measured ones. The golden file is written by {@code
 * zoo.WorkspaceTruth}, which runs every network on the CPU backend.
 */
class WorkspaceTruthTest {
  private static final double MEAN = 0.001;
  private static final double WORST = 0.002;

  private static List<JsonNode> cases;
  private static Map<String, ZooNetwork> zoo;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream golden =
        WorkspaceTruthTest.class.getResourceAsStream("/estimate/workspaces.json")) {
      JsonNode document = Json.MAPPER.readTree(Objects.requireNonNull(golden));
      cases =
          StreamSupport.stream(document.path("cases").spliterator(), false)
              .collect(Collectors.toList());
    }
    zoo = Zoo.networks().stream().collect(Collectors.toMap(ZooNetwork::name, Function.identity()));
  }

  @Test
  void theGoldenFileCoversEnough() {
    Set<String> types = new HashSet<>();
    zoo.values().stream()
        .flatMap(network -> network.model().layers(Phase.TRAINING, 3).stream())
        .map(LayerInfo::type)
        .forEach(types::add);

    assertThat(types.size()).isGreaterThan(25);
    assertThat(cases.stream().map(each -> each.path("network").asText()).distinct().count())
        .isGreaterThan(10);
    assertThat(cases.stream().map(each -> each.path("batch").asInt()).distinct()).hasSize(3);
    assertThat(cases.stream().map(each -> each.path("dtype").asText()).distinct()).hasSize(2);
  }

  @Test
  void countsAreExact() {
    for (JsonNode each : cases) {
      List<LayerInfo> layers =
          network(each).model().layers(Phase.TRAINING, each.path("batch").asInt());

      assertThat(layers.stream().mapToLong(LayerInfo::parameters).sum())
          .as(each.path("network").asText())
          .isEqualTo(each.path("parameters").asLong());
      assertThat(layers.stream().mapToLong(LayerInfo::updaterState).sum())
          .as(each.path("network").asText())
          .isEqualTo(each.path("updaterState").asLong());
    }
  }

  @Test
  void workspacesAreWithinTheirLimits() {
    List<Double> errors = new ArrayList<>();
    for (JsonNode each : cases) {
      double error = error(each);
      assertThat(Math.abs(error)).as(each.toString()).isLessThanOrEqualTo(WORST);
      errors.add(Math.abs(error));
    }

    assertThat(errors.stream().mapToDouble(Double::doubleValue).average().orElse(1))
        .isLessThanOrEqualTo(MEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"convolution2d", "lstm", "residual"})
  void aFreshMeasurementSaysTheSame(String name) {
    ZooNetwork network = zoo.get(name);
    Measurement.Measured measured =
        Measurement.of(network, Phase.TRAINING, 5, org.nd4j.linalg.api.buffer.DataType.FLOAT);

    assertThat((double) sum(simulated(network, Phase.TRAINING, 5, DataType.FLOAT32)))
        .isCloseTo(
            measured.workspaces().values().stream().mapToDouble(Long::doubleValue).sum(),
            org.assertj.core.data.Percentage.withPercentage(100 * MEAN));
  }

  private static double error(JsonNode each) {
    Phase phase = each.path("phase").asText().equals("training") ? Phase.TRAINING : Phase.INFERENCE;
    DataType type =
        each.path("dtype").asText().equals("float32") ? DataType.FLOAT32 : DataType.FLOAT64;
    long simulated = sum(simulated(network(each), phase, each.path("batch").asInt(), type));
    long measured = 0;
    for (JsonNode size : each.path("workspaces")) {
      measured += size.asLong();
    }
    return (double) (simulated - measured) / measured;
  }

  private static ZooNetwork network(JsonNode each) {
    return zoo.get(each.path("network").asText());
  }

  private static long sum(PassResult result) {
    return result.workspaces().stream().mapToLong(Workspace::size).sum();
  }

  private static PassResult simulated(ZooNetwork network, Phase phase, int batch, DataType type) {
    return network
        .model()
        .pass(
            phase,
            batch,
            new Execution(CacheMode.NONE, Helpers.OFF),
            new PassSetting(type, WorkspaceMode.ENABLED, CacheMode.NONE));
  }
}
