package io.winnow.network.estimate.zoo;

import io.winnow.core.config.Json;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.jspecify.annotations.Nullable;

/**
 * Measures every network of the zoo and writes the golden file that the unit tests compare with:
 * workspaces, counts, and what Deeplearning4j's own report says of the same network.
 */
public final class WorkspaceTruth {
  static final List<Integer> BATCHES = List.of(3, 8, 32);
  static final List<DataType> TYPES = List.of(DataType.FLOAT32, DataType.FLOAT64);

  private WorkspaceTruth() {}

  /**
   * One measurement.
   *
   * @param report bytes that Deeplearning4j's own report gives for the whole network, or null where
   *     it fails
   * @param reportFailure how it fails
   */
  public record Case(
      String network,
      Phase phase,
      int batch,
      DataType dtype,
      long parameters,
      long updaterState,
      Map<String, Long> workspaces,
      @Nullable Long report,
      @Nullable String reportFailure) {}

  /** Writes the golden file to the path that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    List<Case> cases = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (ZooNetwork network : Zoo.networks()) {
      try {
        cases.addAll(measured(network));
      } catch (IllegalStateException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("framework", "deeplearning4j 1.0.0-M2.1, CPU backend, helpers off");
    document.put("cases", cases);
    Files.write(Path.of(arguments[0]), Json.pretty(document));
    if (!failures.isEmpty()) {
      throw new IllegalStateException("not measured: " + failures);
    }
  }

  private static List<Case> measured(ZooNetwork network) {
    List<Case> cases = new ArrayList<>();
    for (DataType type : TYPES) {
      for (int batch : BATCHES) {
        cases.add(measured(network, Phase.TRAINING, batch, type));
      }
      cases.add(measured(network, Phase.INFERENCE, BATCHES.get(0), type));
    }
    return cases;
  }

  private static Case measured(ZooNetwork network, Phase phase, int batch, DataType type) {
    Measurement.Measured measured = Measurement.of(network, phase, batch, nd4j(type));
    Long report = null;
    String failure = null;
    try {
      report = report(network, phase, batch, type);
    } catch (RuntimeException e) {
      failure = e.getClass().getSimpleName();
    }
    return new Case(
        network.name(),
        phase,
        batch,
        type,
        measured.parameters(),
        measured.updaterState(),
        new TreeMap<>(measured.workspaces()),
        report,
        failure);
  }

  private static long report(ZooNetwork network, Phase phase, int batch, DataType type) {
    MemoryReport report =
        network.sequential() == null
            ? network
                .graph()
                .getMemoryReport(
                    network.inputs().toArray(new org.deeplearning4j.nn.conf.inputs.InputType[0]))
            : network.sequential().getMemoryReport(network.inputs().get(0));
    return report.getTotalMemoryBytes(
        batch,
        phase == Phase.TRAINING ? MemoryUseMode.TRAINING : MemoryUseMode.INFERENCE,
        CacheMode.NONE,
        nd4j(type));
  }

  static org.nd4j.linalg.api.buffer.DataType nd4j(DataType type) {
    return switch (type) {
      case FLOAT16 -> org.nd4j.linalg.api.buffer.DataType.FLOAT16;
      case FLOAT32 -> org.nd4j.linalg.api.buffer.DataType.FLOAT;
      case FLOAT64 -> org.nd4j.linalg.api.buffer.DataType.DOUBLE;
    };
  }
}
