package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.workspace.Workspace;
import java.util.List;

/**
 * What passes over minibatches leave.
 *
 * @param layers what each layer allocates, in the network's order
 * @param workspaces after their learning cycles, by first use
 * @param detachedBytes allocated outside of workspaces in one pass
 */
public record PassResult(List<LayerBytes> layers, List<Workspace> workspaces, long detachedBytes) {
  /** Bytes of all workspaces, with their safety margins. */
  public long workspaceBytes() {
    return workspaces.stream().mapToLong(Workspace::bytes).sum();
  }
}
