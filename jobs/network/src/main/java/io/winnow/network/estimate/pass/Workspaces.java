package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Cycles of workspaces that may not exist. */
final class Workspaces {
  private Workspaces() {}

  /** Bytes since it was opened. */
  static long cycle(@Nullable Workspace workspace) {
    return workspace == null ? 0 : workspace.cycle();
  }

  /** Bytes of the cycle that ended last. */
  static long lastCycle(@Nullable Workspace workspace) {
    return workspace == null ? 0 : workspace.lastCycle();
  }
}
