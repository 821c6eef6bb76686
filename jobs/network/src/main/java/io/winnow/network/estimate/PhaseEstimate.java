package io.winnow.network.estimate;

import io.winnow.network.estimate.pass.LayerBytes;
import io.winnow.network.estimate.pass.PassResult;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One phase of an estimate.
 *
 * @param pass with workspaces, whether or not they are used
 * @param terms of the total
 */
record PhaseEstimate(Phase phase, PassResult pass, List<MemoryTerm> terms) {
  MemorySize total(DataType type) {
    long bytes = terms.stream().mapToLong(MemoryTerm::bytes).sum();
    return new MemorySize((bytes + type.bytes() - 1) / type.bytes(), bytes);
  }

  /**
   * Bytes of workspaces that are there for a layer: its part of what all layers share, and the
   * whole of what the layer with the largest need decides.
   */
  long workspaceBytes(int layer) {
    long bytes = 0;
    for (Workspace workspace : pass.workspaces()) {
      bytes += bytes(workspace, layer);
    }
    return bytes;
  }

  private long bytes(Workspace workspace, int layer) {
    return switch (workspace.name()) {
      case "WS_ALL_LAYERS_ACT" -> part(workspace, layer);
      case "WS_LAYER_WORKING_MEM" -> whole(workspace, layer, LayerBytes::working);
      case "WS_RNN_LOOP_WORKING_MEM" -> whole(workspace, layer, LayerBytes::loop);
      default -> whole(workspace, layer, bytes -> held(bytes, workspace));
    };
  }

  private long part(Workspace workspace, int layer) {
    long sum = pass.layers().stream().mapToLong(LayerBytes::activations).sum();
    return sum == 0
        ? 0
        : (long) ((double) workspace.bytes() * pass.layers().get(layer).activations() / sum);
  }

  private long held(LayerBytes bytes, Workspace workspace) {
    return workspace.name().equals(bytes.home()) ? bytes.held() : 0;
  }

  private long whole(Workspace workspace, int layer, ToLongFunction<LayerBytes> need) {
    int largest = 0;
    for (int i = 1; i < pass.layers().size(); i++) {
      if (need.applyAsLong(pass.layers().get(i)) > need.applyAsLong(pass.layers().get(largest))) {
        largest = i;
      }
    }
    return largest == layer ? workspace.bytes() : 0;
  }
}
