package io.winnow.network.estimate.workspace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What small arrays take of the C library's heap while workspaces learn their sizes. Until then
 * arrays are allocated one by one and freed when the workspace is closed; a large one is a mapping
 * of its own, which goes back to the system, but the heap keeps what small ones took.
 */
final class NativeHeap {
  /** Arrays of this size and more are mappings: glibc's {@code M_MMAP_THRESHOLD}. */
  private static final long MAPPED = 128 << 10;

  private final Map<Workspace, Long> held = new HashMap<>();
  private long live;
  private long peak;

  /** The most bytes at a time. */
  long peak() {
    return peak;
  }

  /** An array of a workspace that has no memory yet. */
  void allocate(Workspace home, long bytes) {
    if (bytes < MAPPED) {
      held.merge(home, bytes, Long::sum);
      live += bytes;
      peak = Math.max(peak, live);
    }
  }

  /** The workspace is closed. */
  void free(@Nullable Workspace home) {
    Long bytes = held.remove(home);
    live -= bytes == null ? 0 : bytes;
  }
}
