package io.winnow.network.estimate;

import io.winnow.network.estimate.pass.LayerBytes;
import io.winnow.network.estimate.pass.LayerInfo;
import java.util.ArrayList;
import java.util.List;

/** The layers of a Deeplearning4j estimate. */
final class LayerTable {
  private LayerTable() {}

  static List<LayerEstimate> of(
      List<LayerInfo> layers, PhaseEstimate training, PhaseEstimate inference, DataType type) {
    long trainingSum = 0;
    long inferenceSum = 0;
    List<Long> trained = new ArrayList<>();
    List<Long> inferred = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      LayerInfo layer = layers.get(i);
      long states = 2 * layer.parameters() + layer.updaterState();
      trained.add(states + elements(training.workspaceBytes(i), type));
      inferred.add(layer.parameters() + elements(inference.workspaceBytes(i), type));
      trainingSum += trained.get(i);
      inferenceSum += inferred.get(i);
    }
    List<LayerEstimate> table = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      LayerInfo layer = layers.get(i);
      LayerBytes bytes = training.pass().layers().get(i);
      table.add(
          new LayerEstimate(
              layer.name(),
              layer.type(),
              layer.outputShape(),
              layer.parameters(),
              layer.parameters(),
              layer.updaterState(),
              elements(bytes.activations(), type),
              elements(bytes.epsilons(), type),
              elements(bytes.working(), type),
              trained.get(i),
              inferred.get(i),
              share(trained.get(i), trainingSum),
              share(inferred.get(i), inferenceSum),
              layer.basis()));
    }
    return List.copyOf(table);
  }

  private static long elements(long bytes, DataType type) {
    return Math.floorDiv(bytes + type.bytes() - 1, (long) type.bytes());
  }

  private static double share(long part, long sum) {
    return sum == 0 ? 0 : (double) part / sum;
  }
}
