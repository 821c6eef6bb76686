package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/**
 * What passes over minibatches leave.
 *
 * @param layers what each layer allocates, in the network's order
 * @param workspaces after their learning cycles, by first use
 * @param detachedBytes allocated outside of workspaces in one pass
 * @param operationBytes the most that one native operation takes for itself
 * @param smallArrayBytes the most of small arrays at a time while workspaces learn their sizes
 * @param loopSteps steps of recurrent loops in one pass
 */
public record PassResult(
    List<LayerBytes> layers,
    List<Workspace> workspaces,
    long detachedBytes,
    long operationBytes,
    long smallArrayBytes,
    long loopSteps) {
  static PassResult of(List<LayerBytes> layers, Stream<Workspace> workspaces, MemoryScope scope) {
    return new PassResult(
        List.copyOf(layers),
        workspaces.toList(),
        scope.detachedBytes(),
        scope.operationBytes(),
        scope.smallArrayBytes(),
        scope.loopSteps());
  }

  /** Bytes of all workspaces that no pass writes to: what they hold in reserve. */
  public long reservedBytes() {
    return workspaces.stream()
        .mapToLong(workspace -> workspace.bytes() - workspace.touchedBytes())
        .sum();
  }

  /** Bytes of all workspaces, with their safety margins. */
  public long workspaceBytes() {
    return workspaces.stream().mapToLong(Workspace::bytes).sum();
  }
}
