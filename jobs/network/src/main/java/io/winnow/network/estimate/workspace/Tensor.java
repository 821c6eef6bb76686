package io.winnow.network.estimate.workspace;

import org.jspecify.annotations.Nullable;

/**
 * An array that Deeplearning4j would make.
 *
 * @param elements its elements, the batch included
 * @param layout order of its elements
 * @param home the workspace that holds it, or null outside of workspaces
 */
public record Tensor(long elements, Layout layout, @Nullable Workspace home) {
  /** An array of the caller, in row-major order, outside of workspaces. */
  public static Tensor outside(long elements) {
    return new Tensor(elements, Layout.ROW_MAJOR, null);
  }

  /** The same memory read in another order. */
  public Tensor as(Layout other) {
    return new Tensor(elements, other, home);
  }

  /** A part of the same memory. */
  public Tensor part(long size, Layout other) {
    return new Tensor(size, other, home);
  }
}
