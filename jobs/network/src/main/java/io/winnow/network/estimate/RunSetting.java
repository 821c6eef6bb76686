package io.winnow.network.estimate;

import io.winnow.network.estimate.layer.Helpers;

/**
 * How Deeplearning4j is run, as far as memory depends on it.
 *
 * @param workspaces whether arrays are kept in workspaces
 * @param cache what the forward pass keeps for the backward pass
 * @param helpers whether layers hand their work to cuDNN or oneDNN
 */
public record RunSetting(Workspaces workspaces, Cache cache, Helpers helpers) {
  /** What Deeplearning4j does unless told otherwise. */
  public static RunSetting defaults() {
    return new RunSetting(Workspaces.ENABLED, Cache.NONE, Helpers.OFF);
  }
}
