package io.winnow.core.manifest;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How far an attempt has come. */
@EnumNaming(CamelCaseStrategy.class)
public enum RunStatus {
  /** Begun; a driver that is killed leaves this. */
  RUNNING,
  /** The table is profiled, and nothing else was asked for. */
  PROFILED,
  /** The prepared data is complete. */
  PREPARED,
  /** The model bundle is complete. */
  TRAINED,
  /** The saved model has been tested. */
  EVALUATED,
  /**
   * All stages are done and the manifest does not change any more. The pointer names this attempt,
   * or did until a later one was published; it never did where the process died in between.
   */
  PUBLISHED,
  /** Another attempt for the interval was published while this one was at work. */
  SUPERSEDED,
  /** A gate refused to publish the model. */
  REFUSED,
  /** Something else ended it. */
  FAILED
}
