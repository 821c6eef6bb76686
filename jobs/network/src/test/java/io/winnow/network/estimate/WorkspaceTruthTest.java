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

  /** Training, float32: parameters with gradient, state and workspaces, beside the own report. */
  @Test
  void theFrameworksOwnReportIsFurtherOffAndOftenFails() {
    List<Double> ours = new ArrayList<>();
    List<Double> reports = new ArrayList<>();
    int failures = 0;
    StringBuilder table = new StringBuilder();
    for (JsonNode each : cases) {
      if (!each.path("phase").asText().equals("training")
          || !each.path("dtype").asText().equals("float32")) {
        continue;
      }
      long states = 4 * (2 * each.path("parameters").asLong() + each.path("updaterState").asLong());
      double measured = states + measuredWorkspaces(each);
      double our = (states + simulatedWorkspaces(each)) / measured - 1;
      ours.add(Math.abs(our));
      String report = each.path("reportFailure").asText();
      if (each.hasNonNull("report")) {
        double error = each.path("report").asLong() / measured - 1;
        reports.add(Math.abs(error));
        report = "%+.1f %%".formatted(100 * error);
      } else {
        failures++;
      }
      table.append(
          "%-24s %5d  %12.0f  %+7.3f %%  %s%n"
              .formatted(
                  each.path("network").asText(),
                  each.path("batch").asInt(),
                  measured,
                  100 * our,
                  report));
    }
    table.append(summary("Winnow", ours, 0)).append(summary("its own report", reports, failures));
    System.out.print("network, batch, measured bytes, Winnow, Deeplearning4j's report\n" + table);

    assertThat(failures).isPositive();
    assertThat(mean(ours)).isLessThan(mean(reports) / 100);
  }

  private static String summary(String name, List<Double> errors, int failures) {
    return "%s: mean error %.3f %%, worst %.3f %%, fails on %d of %d%n"
        .formatted(
            name,
            100 * mean(errors),
            100 * errors.stream().mapToDouble(Double::doubleValue).max().orElse(0),
            failures,
            errors.size() + failures);
  }

  private static double mean(List<Double> errors) {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double error(JsonNode each) {
    long measured = measuredWorkspaces(each);
    return (double) (simulatedWorkspaces(each) - measured) / measured;
  }

  private static long measuredWorkspaces(JsonNode each) {
    long measured = 0;
    for (JsonNode size : each.path("workspaces")) {
      measured += size.asLong();
    }
    return measured;
  }

  private static long simulatedWorkspaces(JsonNode each) {
    Phase phase = each.path("phase").asText().equals("training") ? Phase.TRAINING : Phase.INFERENCE;
    DataType type =
        each.path("dtype").asText().equals("float32") ? DataType.FLOAT32 : DataType.FLOAT64;
    return sum(simulated(network(each), phase, each.path("batch").asInt(), type));
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
