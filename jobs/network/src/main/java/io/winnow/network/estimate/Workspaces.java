package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import org.deeplearning4j.nn.conf.WorkspaceMode;

/** Whether arrays are kept in workspaces. */
@EnumNaming(CamelCaseStrategy.class)
public enum Workspaces {
  /** As the framework does unless told otherwise. */
  ENABLED(WorkspaceMode.ENABLED),
  /** Every array on its own, until the garbage collector takes it. */
  NONE(WorkspaceMode.NONE);

  private final WorkspaceMode mode;

  Workspaces(WorkspaceMode mode) {
    this.mode = mode;
  }

  /** The framework's name for it. */
  public WorkspaceMode mode() {
    return mode;
  }
}
