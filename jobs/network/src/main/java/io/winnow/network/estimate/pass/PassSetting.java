package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.DataType;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.WorkspaceMode;

/**
 * How passes are run.
 *
 * @param type of the numbers
 * @param mode whether there are workspaces
 * @param cache what the forward pass keeps
 */
public record PassSetting(DataType type, WorkspaceMode mode, CacheMode cache) {
  boolean hasWorkspaces() {
    return mode != WorkspaceMode.NONE;
  }
}
